package news.platform.user.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Two times 256 random bits: the family, which stays for the whole session, and the secret, which each refresh replaces. So a
 * token of a known family with another secret is a spent one, however long ago, and no spent token has to be kept. Only
 * hashes are stored; of 256 random bits a plain SHA-256 cannot be turned round.
 */
record RefreshToken(byte[] family, byte[] secret) {
    private static final int BYTES = 32;

    static RefreshToken first(SecureRandom random) {
        return new RefreshToken(bytes(random), bytes(random));
    }

    /** The same family, a new secret. */
    RefreshToken next(SecureRandom random) {
        return new RefreshToken(family, bytes(random));
    }

    /** Empty for what was never a token. */
    static Optional<RefreshToken> parse(String text) {
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
    String text() {
        byte[] both = Arrays.copyOf(family, 2 * BYTES);
        System.arraycopy(secret, 0, both, BYTES, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    byte[] familyHash() {
        return sha256(family);
    }

    byte[] secretHash() {
        return sha256(secret);
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

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
