package news.platform.thirdparty.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How feeds are polled.
 *
 * @param concurrency how many polls this process runs at once (8)
 * @param perHost how many polls of one host run at once, over all replicas (2)
 * @param lease how long a poll may take before another replica takes it for dead (1 min; more than a fetch may take)
 * @param longestPause how far back-off goes; a feed with a longer interval waits for that (6 h)
 */
@ConfigurationProperties("news.thirdparty.feed")
record FeedProperties(
        @DefaultValue("8") int concurrency,
        @DefaultValue("2") int perHost,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("6h") Duration longestPause) {
    FeedProperties {
        if (concurrency < 1 || perHost < 1 || !lease.isPositive() || !longestPause.isPositive()) {
            throw new IllegalArgumentException("news.thirdparty.feed: every number and duration must be positive");
        }
    }
}
