package news.platform.persistence.page;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How page tokens are signed.
 *
 * @param tokenKey 64 hexadecimal digits, the same for all replicas. Default: a random key that the first replica stores in
 *     the database.
 */
@ConfigurationProperties("news.persistence.page")
record PageProperties(@Nullable String tokenKey) {
    PageProperties {
        if (tokenKey != null && !tokenKey.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("news.persistence.page.token-key: " + tokenKey.length()
                    + " characters (expected: 64 hexadecimal digits)");
        }
    }
}
