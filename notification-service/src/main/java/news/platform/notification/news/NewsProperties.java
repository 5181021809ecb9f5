package news.platform.notification.news;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which news are told.
 *
 * @param greatestAge how old they may be, by their event and by their publication; default 6 h
 */
@ConfigurationProperties("news.notification.news")
record NewsProperties(@DefaultValue("6h") Duration greatestAge) {
    NewsProperties {
        if (!greatestAge.isPositive()) {
            throw new IllegalArgumentException(
                    "news.notification.news.greatest-age: " + greatestAge + " (expected: > 0)");
        }
    }
}
