package news.platform.user.title;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How titles are got.
 *
 * @param deadline how long a list waits for those of one service; default 500 ms
 */
@ConfigurationProperties("news.user.title")
record TitleProperties(@DefaultValue("500ms") Duration deadline) {
    TitleProperties {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("news.user.title.deadline: " + deadline + " (expected: > 0)");
        }
    }
}
