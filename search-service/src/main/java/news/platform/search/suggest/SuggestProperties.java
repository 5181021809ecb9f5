package news.platform.search.suggest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is offered.
 *
 * @param titles how many of the newest headlines; default 5,000
 * @param refresh how long something new may be there before it is offered; default 5 s
 */
@ConfigurationProperties("news.search.suggest")
record SuggestProperties(
        @DefaultValue("5000") int titles,
        @DefaultValue("5s") Duration refresh) {
    SuggestProperties {
        if (titles < 1) {
            throw new IllegalArgumentException("news.search.suggest.titles: " + titles + " (expected: >= 1)");
        }
        if (!refresh.isPositive()) {
            throw new IllegalArgumentException("news.search.suggest.refresh: " + refresh + " (expected: > 0)");
        }
    }
}
