package news.platform.user.code;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The codes that are sent.
 *
 * @param lifetime for how long one is good, 10 min by default
 * @param tries how often somebody may come with a wrong one before it is good no more, 5 by default, the last try included
 */
@ConfigurationProperties("news.user.code")
record CodeProperties(
        @DefaultValue("10m") Duration lifetime,
        @DefaultValue("5") int tries) {
    CodeProperties {
        if (!lifetime.isPositive() || tries < 1) {
            throw new IllegalArgumentException(
                    "news.user.code: lifetime " + lifetime + ", tries " + tries + " (expected: > 0, >= 1)");
        }
    }
}
