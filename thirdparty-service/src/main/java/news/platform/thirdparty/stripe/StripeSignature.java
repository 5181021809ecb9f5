package news.platform.thirdparty.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import news.platform.security.Digests;
import news.platform.thirdparty.channel.CallbackRefusedException;
import news.platform.thirdparty.channel.Refusal;

/**
 * The header {@code Stripe-Signature}: {@code t}, once, and one hex HMAC-SHA256 by each secret, {@code v1}, over t, a full stop and the
 * body. Other schemes do not count.
 *
 * @param signatures those of scheme v1
 */
record StripeSignature(String timestamp, List<String> signatures) {
    private static final long TOLERANCE_SECONDS = 300;

    static StripeSignature of(String header) throws CallbackRefusedException {
        var elements = Arrays.stream(header.split(",", -1))
                .map(element -> element.split("=", 2))
                .filter(pair -> pair.length == 2)
                .toList();
        var timestamps = elements.stream()
                .filter(pair -> pair[0].equals("t"))
                .map(pair -> pair[1])
                .toList();
        if (timestamps.size() != 1 || !timestamps.getFirst().matches("[0-9]{1,15}")) {
            throw new CallbackRefusedException(Refusal.MALFORMED_HEADER);
        }
        var signatures = elements.stream()
                .filter(pair -> pair[0].equals("v1"))
                .map(pair -> pair[1])
                .toList();
        if (signatures.isEmpty()) {
            throw new CallbackRefusedException(Refusal.NO_V1_SIGNATURE);
        }
        return new StripeSignature(timestamps.getFirst(), signatures);
    }

    void verify(byte[] body, List<String> secrets, Instant now) throws CallbackRefusedException {
        if (secrets.stream().noneMatch(secret -> isBy(secret, body))) {
            throw new CallbackRefusedException(Refusal.BAD_SIGNATURE);
        }
        long age = now.getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > TOLERANCE_SECONDS) {
            throw new CallbackRefusedException(age > 0 ? Refusal.STALE_TIMESTAMP : Refusal.FUTURE_TIMESTAMP);
        }
    }

    private boolean isBy(String secret, byte[] body) {
        var right = HexFormat.of()
                .formatHex(Digests.hmacSha256(secret.getBytes(UTF_8), (timestamp + ".").getBytes(UTF_8), body))
                .getBytes(UTF_8);
        return signatures.stream().anyMatch(signature -> MessageDigest.isEqual(right, signature.getBytes(UTF_8)));
    }
}
