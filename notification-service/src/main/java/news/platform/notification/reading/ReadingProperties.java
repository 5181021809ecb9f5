package news.platform.notification.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users see of what they were told.
 *
 * @param keep for how long; default 90 days
 * @param buffer how many events may wait for one gateway; a story for many users makes some hundred at once; default 16384
 */
@ConfigurationProperties("news.notification.reading")
record ReadingProperties(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("16384") int buffer) {
    ReadingProperties {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("news.notification.reading.keep: " + keep + " (expected: > 0)");
        }
        if (buffer < 1) {
            throw new IllegalArgumentException("news.notification.reading.buffer: " + buffer + " (expected: >= 1)");
        }
    }
}
