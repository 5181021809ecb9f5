package news.platform.user.key;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that sign access tokens.
 *
 * @param encryptionKey encrypts the private keys in the database: 32 bytes in Base64, the same for all replicas. Required in
 *     profile {@code production}; elsewhere none means that each start makes a key and, as it cannot read older ones, signs
 *     with a new one
 * @param rotation how long a key signs, 30 days by default
 * @param publishAhead how long before its use a key is published, 1 h by default; longer than anybody caches the JWKS
 */
@ConfigurationProperties("news.user.key")
record KeyProperties(
        @Nullable String encryptionKey,
        @DefaultValue("30d") Duration rotation,
        @DefaultValue("1h") Duration publishAhead) {
    private static final int ENCRYPTION_KEY_BYTES = 32;

    KeyProperties {
        if (encryptionKey != null && Base64.getDecoder().decode(encryptionKey).length != ENCRYPTION_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "news.user.key.encryption-key: not shown (expected: 32 bytes in Base64)");
        }
        if (publishAhead.compareTo(JwksController.MAX_AGE.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("news.user.key.publish-ahead: " + publishAhead + " (expected: >= 10m)");
        }
        if (rotation.compareTo(publishAhead) <= 0) {
            throw new IllegalArgumentException(
                    "news.user.key.rotation: " + rotation + " (expected: > publish-ahead, " + publishAhead + ")");
        }
    }
}
