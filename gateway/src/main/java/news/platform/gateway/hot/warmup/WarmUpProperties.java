package news.platform.gateway.hot.warmup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the edge does before it says that it is ready.
 *
 * @param enabled whether it exercises itself at all; default true
 * @param limit for how long at most, up to 5 s; default 2.5 s
 */
@ConfigurationProperties("news.gateway.warm-up")
record WarmUpProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2500ms") Duration limit) {

    private static final Duration MAX = Duration.ofSeconds(5);

    WarmUpProperties {
        if (!limit.isPositive() || limit.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("news.gateway.warm-up.limit: " + limit + " (expected: > 0 and <= 5s)");
        }
    }
}
