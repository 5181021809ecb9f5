package news.platform.user.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import news.platform.security.Digests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Encrypts private keys for the database: AES-256-GCM, the key's id authenticated with it. Makes further keys of the same one.
 * Thread-safe.
 */
@Component
public final class KeyCipher {
    private static final Logger log = LoggerFactory.getLogger(KeyCipher.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    KeyCipher(KeyProperties properties, Environment environment) {
        key = new SecretKeySpec(secret(properties.encryptionKey(), environment), "AES");
    }

    /** The nonce, then the cipher text with its tag. */
    byte[] encrypt(String keyId, byte[] plain) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, keyId).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it was encrypted with another key, or for another id. */
    Optional<byte[]> decrypt(String keyId, byte[] all) {
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, nonce, keyId).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key of 32 bytes for another purpose, the same in all replicas; tells nothing of this one or of a third. */
    public byte[] derived(String purpose) {
        return Digests.hmacSha256(key.getEncoded(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String keyId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] secret(@Nullable String configured, Environment environment) {
        if (configured != null) {
            return Base64.getDecoder().decode(configured);
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("news.user.key.encryption-key: not set (expected: 32 bytes in Base64)");
        }
        log.warn("news.user.key.encryption-key is not set: signing keys of this start cannot be read by the next");
        return randomBytes(KEY_BYTES);
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
