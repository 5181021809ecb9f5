package news.platform.user.refresh;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import news.platform.security.Digests;

/**
 * Two times 256 random bits: the family, which stays for the whole session, and the secret, which each refresh replaces. So a
 * token of a known family with another secret is a spent one, however long ago, and no spent token has to be kept. Only
 * hashes are stored; of 256 random bits a plain SHA-256 cannot be turned round.
 */
public record RefreshToken(byte[] family, byte[] secret) {
    private static final int BYTES = 32;

    public static RefreshToken first(SecureRandom random) {
        return new RefreshToken(bytes(random), bytes(random));
    }

    /** The same family, a new secret. */
    public RefreshToken next(SecureRandom random) {
        return new RefreshToken(family, bytes(random));
    }

    /** Empty for what was never a token. */
    public static Optional<RefreshToken> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 2 * BYTES) {
            return Optional.empty();
        }
        return Optional.of(new RefreshToken(Arrays.copyOf(bytes, BYTES), Arrays.copyOfRange(bytes, BYTES, 2 * BYTES)));
    }

    /** For the client alone. */
    public String text() {
        byte[] both = Arrays.copyOf(family, 2 * BYTES);
        System.arraycopy(secret, 0, both, BYTES, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    public byte[] familyHash() {
        return Digests.sha256(family);
    }

    public byte[] secretHash() {
        return Digests.sha256(secret);
    }

    @Override
    public String toString() {
        return "RefreshToken[not shown]";
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
