package news.platform.gateway.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses as they are written. */
final class AddressText {

    private AddressText() {}

    /** The bytes of an address written in digits, an IPv4-mapped one as IPv4; null for anything else: no name is ever looked up. */
    static byte @Nullable [] bytes(String text) {
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

    static String of(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address of " + address.length + " bytes (expected: 4 or 16)", e);
        }
    }
}
