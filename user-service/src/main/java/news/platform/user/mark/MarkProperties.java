package news.platform.user.mark;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bookmarks are counted.
 *
 * @param countInterval between two counts of what was bookmarked; default 1 s
 */
@ConfigurationProperties("news.user.mark")
record MarkProperties(@DefaultValue("1s") Duration countInterval) {
    MarkProperties {
        if (!countInterval.isPositive()) {
            throw new IllegalArgumentException("news.user.mark.count-interval: " + countInterval + " (expected: > 0)");
        }
    }
}
