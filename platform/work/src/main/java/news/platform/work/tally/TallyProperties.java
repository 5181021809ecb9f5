package news.platform.work.tally;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes become counts.
 *
 * @param pause between two looks for changes; default 200 ms
 */
@ConfigurationProperties("news.work.tally")
record TallyProperties(@DefaultValue("200ms") Duration pause) {
    TallyProperties {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("news.work.tally.pause: " + pause + " (expected: > 0)");
        }
    }
}
