package news.platform.content.author;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How authors' names are got.
 *
 * @param freshFor for how long a name is shown without asking user-service again; default 5 s
 * @param keptFor for how long it is shown, marked degraded, while user-service does not answer; default 1 h
 * @param max how many names are remembered; default 20,000
 * @param deadline how long a list waits for user-service; default 250 ms
 * @param writeDeadline how long saving an article waits for it; default 1 s
 */
@ConfigurationProperties("news.content.author")
record AuthorProperties(
        @DefaultValue("5s") Duration freshFor,
        @DefaultValue("1h") Duration keptFor,
        @DefaultValue("20000") long max,
        @DefaultValue("250ms") Duration deadline,
        @DefaultValue("1s") Duration writeDeadline) {
    AuthorProperties {
        positive("deadline", deadline);
        positive("write-deadline", writeDeadline);
        positive("kept-for", keptFor);
        if (freshFor.isNegative() || freshFor.compareTo(keptFor) > 0) {
            throw new IllegalArgumentException(
                    "news.content.author.fresh-for: " + freshFor + " (expected: 0 to kept-for, " + keptFor + ")");
        }
        if (max < 1) {
            throw new IllegalArgumentException("news.content.author.max: " + max + " (expected: >= 1)");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("news.content.author." + name + ": " + value + " (expected: > 0)");
        }
    }
}
