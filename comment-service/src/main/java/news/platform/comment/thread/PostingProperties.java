package news.platform.comment.thread;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one user may say, and for how long take it back.
 *
 * @param perMinute comments within a minute; default 20
 * @param perHour comments within an hour, not fewer; default 200
 * @param sameTextAfter when the same text may be written once more; default 10 min, at most an hour
 * @param editFor for how long a comment can be changed; default 5 min
 */
@ConfigurationProperties("news.comment.posting")
record PostingProperties(
        @DefaultValue("20") int perMinute,
        @DefaultValue("200") int perHour,
        @DefaultValue("10m") Duration sameTextAfter,
        @DefaultValue("5m") Duration editFor) {
    PostingProperties {
        if (perMinute < 1 || perHour < perMinute) {
            throw new IllegalArgumentException("news.comment.posting.per-minute, per-hour: " + perMinute + ", "
                    + perHour + " (expected: 1 <= per-minute <= per-hour)");
        }
        if (sameTextAfter.isNegative() || sameTextAfter.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "news.comment.posting.same-text-after: " + sameTextAfter + " (expected: 0 to 1 h)");
        }
        if (editFor.isNegative()) {
            throw new IllegalArgumentException("news.comment.posting.edit-for: " + editFor + " (expected: >= 0)");
        }
    }
}
