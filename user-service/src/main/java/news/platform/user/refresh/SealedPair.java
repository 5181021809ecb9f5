package news.platform.user.refresh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import news.platform.security.Digests;

/**
 * A pair of tokens that only their predecessor opens, and only on the device that was given them. The key is made from the
 * spent token's secret, of which the database has nothing but a hash; a key seals one pair ever, so the nonce may be fixed.
 */
final class SealedPair {
    private static final byte[] NONCE = new byte[12];
    private static final byte[] PURPOSE = "news-platform: the pair that follows".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;

    private SealedPair() {}

    static byte[] seal(RefreshToken spent, Device device, TokenPair pair) {
        byte[] secret = pair.refreshToken().secret();
        byte[] accessToken = pair.accessToken().getBytes(StandardCharsets.US_ASCII);
        byte[] plain = Arrays.copyOf(secret, secret.length + accessToken.length);
        System.arraycopy(accessToken, 0, plain, secret.length, accessToken.length);
        try {
            return cipher(Cipher.ENCRYPT_MODE, spent, device).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty for another token or another device. */
    static Optional<TokenPair> open(RefreshToken spent, Device device, byte[] sealed) {
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, spent, device).doFinal(sealed);
            byte[] secret = Arrays.copyOf(plain, SECRET_BYTES);
            String accessToken =
                    new String(plain, SECRET_BYTES, plain.length - SECRET_BYTES, StandardCharsets.US_ASCII);
            return Optional.of(new TokenPair(accessToken, new RefreshToken(spent.family(), secret)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, RefreshToken spent, Device device) throws GeneralSecurityException {
        byte[] key = Digests.hmacSha256(spent.secret(), PURPOSE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(device.evidence().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
