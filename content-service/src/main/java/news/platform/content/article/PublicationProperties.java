package news.platform.content.article;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scheduled articles are published.
 *
 * @param interval between two looks for articles whose time has come; their event comes this much late at worst, readers
 *     see them in time anyway; default 500 ms
 */
@ConfigurationProperties("news.content.publication")
record PublicationProperties(@DefaultValue("500ms") Duration interval) {
    PublicationProperties {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("news.content.publication.interval: " + interval + " (expected: > 0)");
        }
    }
}
