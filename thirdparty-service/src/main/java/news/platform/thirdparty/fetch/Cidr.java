package news.platform.thirdparty.fetch;

import java.net.InetAddress;
import java.util.Optional;

/** A block of addresses: the first {@code bits} bits of {@code network}. */
record Cidr(byte[] network, int bits) {

    /** Reads {@code 10.0.0.0/8}; empty for anything else. Never looks a name up. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0
                || !text.substring(0, slash).matches("[0-9a-fA-F.:]+")
                || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        try {
            byte[] network = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(text.substring(slash + 1));
            return bits <= network.length * 8 ? Optional.of(new Cidr(network, bits)) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("CIDR: " + text));
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
