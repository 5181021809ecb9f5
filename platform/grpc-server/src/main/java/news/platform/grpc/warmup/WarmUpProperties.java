package news.platform.grpc.warmup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a server does before it says that it is ready.
 *
 * @param enabled whether it calls itself at all; launcher and chart say so. Default: false
 * @param limit for how long at most, up to 30 s; one call takes a third of it at most. Default: 3s
 */
@ConfigurationProperties("news.grpc.server.warm-up")
record WarmUpProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("3s") Duration limit) {
    private static final Duration MAX = Duration.ofSeconds(30);

    WarmUpProperties {
        if (limit.toMillis() < 3 || limit.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "news.grpc.server.warm-up.limit: " + limit + " (expected: >= 3ms and <= 30s)");
        }
    }
}
