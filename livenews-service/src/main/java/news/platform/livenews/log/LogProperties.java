package news.platform.livenews.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of lives.
 *
 * @param keep how far back a stream can be resumed; at least a minute, default 3 days
 */
@ConfigurationProperties("news.livenews.log")
record LogProperties(@DefaultValue("3d") Duration keep) {
    LogProperties {
        if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("news.livenews.log.keep: " + keep + " (expected: >= 1m)");
        }
    }
}
