package news.platform.content.revision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which revisions are kept: the latest of each article for ever, and each for some time.
 *
 * @param latest how many of each article; at least 1, so that the newest is never deleted; default 50
 * @param keep how long one is kept after it is no longer among the latest, hence at least as long after it was saved; at
 *     least a day, default 400 days
 */
@ConfigurationProperties("news.content.revision")
record RevisionProperties(
        @DefaultValue("50") int latest,
        @DefaultValue("400d") Duration keep) {
    RevisionProperties {
        if (latest < 1) {
            throw new IllegalArgumentException("news.content.revision.latest: " + latest + " (expected: >= 1)");
        }
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("news.content.revision.keep: " + keep + " (expected: >= 1d)");
        }
    }
}
