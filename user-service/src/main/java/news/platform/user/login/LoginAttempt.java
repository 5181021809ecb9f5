package news.platform.user.login;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import news.platform.security.AddressBlock;
import news.platform.security.Digests;
import news.platform.user.account.EmailAddress;
import news.platform.user.code.Contact;

/**
 * The counters that a guess is charged to, as hashes.
 *
 * @param buckets the device first: the account as tried from one address
 * @param token the device as it names itself, where it does
 */
record LoginAttempt(List<Bucket> buckets, Optional<Bucket> token) {
    private static final int IPV4_BITS = 32;

    /** A log-in; the device token is empty where the client has none. */
    static LoginAttempt of(String email, String clientAddress, String deviceToken) {
        String key = EmailAddress.key(email);
        String network = block(clientAddress, 64);
        var buckets = new ArrayList<Bucket>();
        buckets.add(Bucket.of(Kind.DEVICE, "device", key, network));
        if (AddressBlock.isIpv6(clientAddress)) {
            buckets.add(Bucket.of(Kind.BLOCK_56, "block56", key, block(clientAddress, 56)));
            buckets.add(Bucket.of(Kind.BLOCK_48, "block48", key, block(clientAddress, 48)));
        }
        buckets.add(Bucket.of(Kind.ACCOUNT, "account", key));
        buckets.add(Bucket.of(Kind.ADDRESS, "address", network));
        return new LoginAttempt(
                List.copyOf(buckets),
                deviceToken.isEmpty() ? Optional.empty() : Optional.of(token(email, deviceToken)));
    }

    /** The owner is asked again in an open session, which is a known device by itself. */
    static LoginAttempt ofSession(String userId, String sessionId) {
        return new LoginAttempt(List.of(Bucket.of(Kind.DEVICE, "session", userId, sessionId)), Optional.empty());
    }

    /** A code that is asked for; of IPv6 a whole site counts as one, since codes cost money and annoy strangers. */
    static LoginAttempt ofCode(Contact contact, String clientAddress) {
        return new LoginAttempt(
                List.of(
                        Bucket.of(Kind.CODE_CONTACT, "code-to", contact.key()),
                        Bucket.of(Kind.CODE_NETWORK, "code-from", block(clientAddress, 48))),
                Optional.empty());
    }

    /** The device that this token was given to at a log-in to this account. */
    static Bucket token(String email, String deviceToken) {
        return Bucket.of(Kind.DEVICE, "token", EmailAddress.key(email), deviceToken);
    }

    private static String block(String clientAddress, int ipv6Bits) {
        // no address at all: a name of the test's or the gateway's, as good as any
        return AddressBlock.of(clientAddress, IPV4_BITS, ipv6Bits).orElse(clientAddress);
    }

    /** What a counter counts. */
    enum Kind {
        /** An account as tried from one address, or by one device that names itself. */
        DEVICE,
        /** An account as tried from one IPv6 network of a household or an office. */
        BLOCK_56,
        /** An account as tried from one IPv6 network of a site or a small provider. */
        BLOCK_48,
        /** An account as tried from everywhere. */
        ACCOUNT,
        /** All accounts as tried from one address. */
        ADDRESS,
        /** Codes that go to one address or number. */
        CODE_CONTACT,
        /** Codes that are asked for from one network. */
        CODE_NETWORK
    }

    /** One counter: neither addresses nor e-mails can be read from its key. */
    record Bucket(Kind kind, String key) {
        private static Bucket of(Kind kind, String name, String... parts) {
            byte[] hash = Digests.sha256(String.join("\n", parts));
            return new Bucket(
                    kind, name + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
    }
}
