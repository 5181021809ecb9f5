package news.platform.livenews.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of lives.
 *
 * @param keep how far back a stream can be resumed; at least a minute, default 3 days
 * @param poll how often the log is looked at when nothing was notified; default 1 s
 * @param buffer how many events may wait for one subscriber; default 4096
 * @param url the JDBC URL of the service's database past any pooler that gives a session to another after each transaction,
 *     for such a pooler takes notifications away; none by default: the service's own
 */
@ConfigurationProperties("news.livenews.log")
record LogProperties(
        @DefaultValue("3d") Duration keep,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("4096") int buffer,
        @Nullable String url) {
    LogProperties {
        if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("news.livenews.log.keep: " + keep + " (expected: >= 1m)");
        }
        if (!poll.isPositive() || poll.compareTo(Duration.ofSeconds(4)) > 0) {
            throw new IllegalArgumentException("news.livenews.log.poll: " + poll + " (expected: > 0, <= 4s)");
        }
        if (buffer < 1) {
            throw new IllegalArgumentException("news.livenews.log.buffer: " + buffer + " (expected: >= 1)");
        }
    }
}
