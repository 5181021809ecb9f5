package news.platform.content.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is remembered which article a feed item became. A version that comes later makes another article, and a
 * withdrawal then withdraws nothing; so this is to be longer than thirdparty-service remembers items.
 *
 * @param keep since its latest version; at least 7 days, default 800 days
 */
@ConfigurationProperties("news.content.feed-item")
record FeedItemProperties(@DefaultValue("800d") Duration keep) {
    FeedItemProperties {
        if (keep.compareTo(Duration.ofDays(7)) < 0) {
            throw new IllegalArgumentException("news.content.feed-item.keep: " + keep + " (expected: >= 7d)");
        }
    }
}
