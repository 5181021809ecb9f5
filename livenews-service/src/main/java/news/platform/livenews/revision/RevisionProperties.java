package news.platform.livenews.revision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which revisions are kept.
 *
 * @param keep how long after it was saved; at least a day, default 400 days
 */
@ConfigurationProperties("news.livenews.revision")
record RevisionProperties(@DefaultValue("400d") Duration keep) {
    RevisionProperties {
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("news.livenews.revision.keep: " + keep + " (expected: >= 1d)");
        }
    }
}
