package news.platform.thirdparty.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import news.platform.security.AddressBlock;

/**
 * Which addresses may be connected to. Only the public internet: everything that IANA registers as special is refused,
 * of IPv6 everything outside 2000::/3 too, so also addresses that carry an IPv4 one inside (mapped, NAT64, 6to4, Teredo).
 */
final class AddressPolicy {
    private static final List<AddressBlock> SPECIAL_V4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private static final List<AddressBlock> GLOBAL_UNICAST_V6 = blocks("2000::/3");

    private static final List<AddressBlock> SPECIAL_V6 = blocks(
            "2001::/23", // protocol assignments, Teredo, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    private final Set<String> allowedHosts = new HashSet<>();
    private final List<AddressBlock> allowedBlocks = new ArrayList<>();

    AddressPolicy(List<String> allowedPrivateHosts) {
        for (String entry : allowedPrivateHosts) {
            AddressBlock.parse(entry).ifPresentOrElse(allowedBlocks::add, () -> allowedHosts.add(hostAndPort(entry)));
        }
    }

    boolean allows(String host, int port, InetAddress address) {
        return isPublic(address)
                || allowedHosts.contains(host.toLowerCase(Locale.ROOT) + ":" + port)
                || isIn(allowedBlocks, address);
    }

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !isIn(SPECIAL_V4, address);
        }
        return isIn(GLOBAL_UNICAST_V6, address) && !isIn(SPECIAL_V6, address);
    }

    private static String hostAndPort(String entry) {
        if (!entry.matches("[^:/\\s]+:\\d{1,5}|\\[[^]]+]:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "news.thirdparty.fetch.allowed-private-hosts: " + entry + " (expected: host:port or a CIDR)");
        }
        return entry.toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(List<AddressBlock> blocks, InetAddress address) {
        byte[] bytes = address.getAddress();
        return blocks.stream().anyMatch(block -> block.contains(bytes));
    }

    private static List<AddressBlock> blocks(String... blocks) {
        return Stream.of(blocks)
                .map(block -> AddressBlock.parse(block).orElseThrow())
                .toList();
    }
}
