package news.platform.content.syndication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a feed holds. Both together bound an answer: markup is escaped by five bytes a character at most.
 *
 * @param articles the newest of the channel, at least 1; default 30
 * @param maxBody a longer free body is left out, its summary stands for it; in characters of HTML, at least 0, default 20000
 */
@ConfigurationProperties("news.content.syndication")
record SyndicationProperties(
        @DefaultValue("30") int articles,
        @DefaultValue("20000") int maxBody) {
    private static final int MAX_CHARACTERS = 1_000_000;

    SyndicationProperties {
        if (articles < 1) {
            throw refused("articles", articles, ">= 1");
        }
        if (maxBody < 0 || (long) articles * maxBody > MAX_CHARACTERS) {
            throw refused("max-body", maxBody, ">= 0, and times articles <= " + MAX_CHARACTERS);
        }
    }

    private static IllegalArgumentException refused(String name, int value, String expected) {
        return new IllegalArgumentException(
                "news.content.syndication." + name + ": " + value + " (expected: " + expected + ")");
    }
}
