package news.platform.user.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import news.platform.user.account.EmailAddress;

/** The three counters that a log-in is charged to, as hashes. */
record LoginAttempt(String account, String address, String device) {
    private static final int IPV6_NETWORK_BYTES = 8;

    static LoginAttempt of(String email, String clientAddress) {
        String key = EmailAddress.key(email);
        String network = network(clientAddress);
        return new LoginAttempt(
                "account:" + hash(key), "address:" + hash(network), "device:" + hash(key + "\n" + network));
    }

    List<String> buckets() {
        return List.of(account, address, device);
    }

    /** Whoever has one IPv6 address has the other 2^64 of its network too. */
    private static String network(String clientAddress) {
        try {
            if (InetAddress.ofLiteral(clientAddress) instanceof Inet6Address address) {
                return Arrays.toString(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES));
            }
        } catch (IllegalArgumentException e) {
            // no address at all: a name of the test's or the gateway's, as good as any
            return clientAddress;
        }
        return clientAddress;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
