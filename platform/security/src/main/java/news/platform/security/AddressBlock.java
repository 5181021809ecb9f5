package news.platform.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The network that an address lies in. Whoever has one IPv6 address has the others of its /64 too, often of a /56 or /48;
 * and a block says where somebody is without saying who. Immutable.
 */
public final class AddressBlock {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    private final byte[] network;
    private final int bits;

    private AddressBlock(byte[] network, int bits) {
        this.network = masked(network, bits);
        this.bits = bits;
    }

    /** Reads {@code 10.0.0.0/8} or {@code fd00::/8}; empty for anything else. No name is ever looked up. */
    public static Optional<AddressBlock> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] network = InetAddress.ofLiteral(matcher.group(1)).getAddress();
            int bits = Integer.parseInt(matcher.group(2));
            return bits <= network.length * 8 ? Optional.of(new AddressBlock(network, bits)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the address, 4 or 16 bytes, lies in it; one of the other family never does. */
    public boolean contains(byte[] address) {
        return address.length == network.length && Arrays.equals(masked(address.clone(), bits), network);
    }

    /**
     * The block as {@code 203.0.113.0/24} or {@code 2001:db8:0:0:0:0:0:0/48}.
     *
     * @param address a literal IPv4 or IPv6 address; never looked up
     * @param ipv4Bits the length of an IPv4 prefix, 0 to 32
     * @param ipv6Bits the length of an IPv6 prefix, 0 to 128
     * @return empty for what is no address
     */
    public static Optional<String> of(String address, int ipv4Bits, int ipv6Bits) {
        try {
            var literal = InetAddress.ofLiteral(address);
            int bits = literal instanceof Inet6Address ? ipv6Bits : ipv4Bits;
            return Optional.of(
                    InetAddress.getByAddress(masked(literal.getAddress(), bits)).getHostAddress() + "/" + bits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the address is one of IPv6; one that holds an IPv4 address is not. */
    public static boolean isIpv6(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] masked(byte[] bytes, int bits) {
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            bytes[i] &= (byte) (0xff << (8 - kept));
        }
        return bytes;
    }
}
