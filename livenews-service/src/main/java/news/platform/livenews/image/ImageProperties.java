package news.platform.livenews.image;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How content-service is asked about images.
 *
 * @param deadline how long it is waited for; default 500 ms
 */
@ConfigurationProperties("news.livenews.image")
record ImageProperties(@DefaultValue("500ms") Duration deadline) {
    ImageProperties {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("news.livenews.image.deadline: " + deadline + " (expected: > 0)");
        }
    }
}
