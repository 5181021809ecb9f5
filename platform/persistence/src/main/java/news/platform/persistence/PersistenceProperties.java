package news.platform.persistence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What platform-persistence may be told.
 *
 * @param pageTokenKey signs page tokens: 64 hexadecimal digits, the same for all replicas. Default: a random key that the
 *     first replica stores in the database.
 * @param idempotencyRetention how long an answer is repeated for its Idempotency-Key. Default: 24 h.
 */
@ConfigurationProperties("news.persistence")
record PersistenceProperties(
        @Nullable String pageTokenKey, @DefaultValue("24h") Duration idempotencyRetention) {
    PersistenceProperties {
        if (pageTokenKey != null && !pageTokenKey.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("news.persistence.page-token-key: " + pageTokenKey.length()
                    + " characters (expected: 64 hexadecimal digits)");
        }
    }
}
