package news.platform.gateway.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A block of addresses, "10.0.0.0/8" or "fd00::/8"; an address without a length is a block of one. */
final class Cidr {

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = literal(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException(
                    "trusted proxy: " + text + " (expected: an address or a block, e.g. 10.0.0.0/8)");
        }
        int bits = slash < 0 ? network.length * 8 : length(text, slash, network.length * 8);
        return new Cidr(network, bits);
    }

    private static int length(String text, int slash, int max) {
        try {
            int bits = Integer.parseInt(text, slash + 1, text.length(), 10);
            if (bits >= 0 && bits <= max) {
                return bits;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("trusted proxy: " + text + " (expected: a length of 0 to " + max + ")");
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((address[whole] ^ network[whole]) & 0xff & (0xff << (8 - rest))) == 0;
    }

    /** The bytes of an address written in digits, an IPv4-mapped one as IPv4; null for anything else: no name is ever looked up. */
    static byte @Nullable [] literal(String text) {
        if (text.isEmpty() || text.length() > 45) {
            return null;
        }
        boolean colon = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            colon |= c == ':';
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                return null;
            }
        }
        return colon || dotted(text) ? parseLiteral(text) : null;
    }

    private static boolean dotted(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    private static byte @Nullable [] parseLiteral(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address of " + address.length + " bytes (expected: 4 or 16)", e);
        }
    }
}
