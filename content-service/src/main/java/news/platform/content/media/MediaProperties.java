package news.platform.content.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long images are kept.
 *
 * @param keep how long one that nothing shows is kept, after it was taken, held or shown last; default 24 h, an hour at least
 */
@ConfigurationProperties("news.content.media")
record MediaProperties(@DefaultValue("24h") Duration keep) {
    MediaProperties {
        if (keep.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("news.content.media.keep: " + keep + " (expected: >= 1h)");
        }
    }
}
