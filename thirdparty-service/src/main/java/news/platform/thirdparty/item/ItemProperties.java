package news.platform.thirdparty.item;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long items are remembered. One that is forgotten and comes again is new: it becomes another article, and a correction
 * or withdrawal of it does not reach the first. So this is to be longer than sources correct.
 *
 * @param keep since its source last showed or sent it; while a feed is registered, only once it has shown others for as long; at
 *     least 7 days, default 400 days
 */
@ConfigurationProperties("news.thirdparty.item")
record ItemProperties(@DefaultValue("400d") Duration keep) {
    private static final Duration SHORTEST = Duration.ofDays(7);

    ItemProperties {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("news.thirdparty.item.keep: " + keep + " (expected: >= 7d)");
        }
    }
}
