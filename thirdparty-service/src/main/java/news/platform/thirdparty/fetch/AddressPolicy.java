package news.platform.thirdparty.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses may be connected to. Only the public internet: everything that IANA registers as special is refused,
 * of IPv6 everything outside 2000::/3 too, so also addresses that carry an IPv4 one inside (mapped, NAT64, 6to4, Teredo).
 */
final class AddressPolicy {

    private static final List<Cidr> SPECIAL_V4 = cidrs(
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

    private static final Cidr GLOBAL_UNICAST_V6 = Cidr.of("2000::/3");

    private static final List<Cidr> SPECIAL_V6 = cidrs(
            "2001::/23", // protocol assignments, Teredo, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    private final Set<String> allowedHosts = new HashSet<>();
    private final List<Cidr> allowedBlocks = new ArrayList<>();

    AddressPolicy(List<String> allowedPrivateHosts) {
        for (String entry : allowedPrivateHosts) {
            Cidr.parse(entry).ifPresentOrElse(allowedBlocks::add, () -> allowedHosts.add(hostAndPort(entry)));
        }
    }

    boolean allows(String host, int port, InetAddress address) {
        return isPublic(address)
                || allowedHosts.contains(host.toLowerCase(Locale.ROOT) + ":" + port)
                || allowedBlocks.stream().anyMatch(block -> block.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return SPECIAL_V4.stream().noneMatch(block -> block.contains(address));
        }
        return GLOBAL_UNICAST_V6.contains(address) && SPECIAL_V6.stream().noneMatch(block -> block.contains(address));
    }

    private static String hostAndPort(String entry) {
        if (!entry.matches("[^:/\\s]+:\\d{1,5}|\\[[^]]+]:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "news.thirdparty.fetch.allowed-private-hosts: " + entry + " (expected: host:port or a CIDR)");
        }
        return entry.toLowerCase(Locale.ROOT);
    }

    private static List<Cidr> cidrs(String... blocks) {
        return List.of(blocks).stream().map(Cidr::of).toList();
    }
}
