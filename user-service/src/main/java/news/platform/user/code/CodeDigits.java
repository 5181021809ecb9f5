package news.platform.user.code;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import news.platform.security.Digests;
import news.platform.user.key.KeyCipher;
import org.springframework.stereotype.Component;

/**
 * Makes the digits of a code from its id, the same each time, by a key that is not in the database. So they need not be kept, not
 * even as a hash, which anybody could turn back by trying a million; and who sends them again sends the same ones.
 */
@Component
final class CodeDigits {
    private static final BigInteger CODES = BigInteger.valueOf(1_000_000);

    private final byte[] key;

    CodeDigits(KeyCipher cipher) {
        this.key = cipher.derived("verification-code");
    }

    /** Six digits. */
    String of(String id) {
        var digest = Digests.hmacSha256(key, id.getBytes(StandardCharsets.UTF_8));
        return String.format(
                Locale.ROOT, "%06d", new BigInteger(1, digest).mod(CODES).intValue());
    }

    /** In the same time whether they are or not. */
    boolean are(String id, String digits) {
        return MessageDigest.isEqual(
                of(id).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8));
    }
}
