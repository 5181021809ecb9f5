package news.platform.ranking.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feed is made.
 *
 * @param every how often a new edition is made, where something changed; default 5 s
 * @param size how many of the latest articles and lives it has at most, 1 to 2,500; default 2,000
 * @param minImportance how much a live must matter, 1 to 3; default 2
 * @param keptFor for how long an edition can be read on; default 1 h
 * @param inMemory how many editions a replica has at hand; default 8
 */
@ConfigurationProperties("news.ranking.feed")
record FeedProperties(
        @DefaultValue("5s") Duration every,
        @DefaultValue("2000") int size,
        @DefaultValue("2") int minImportance,
        @DefaultValue("1h") Duration keptFor,
        @DefaultValue("8") int inMemory) {
    /** So that a token, which has a bit for each, stays short enough. */
    private static final int MAX_SIZE = 2500;

    FeedProperties {
        if (!every.isPositive() || keptFor.compareTo(every) < 0) {
            throw new IllegalArgumentException("news.ranking.feed.every, kept-for: " + every + ", " + keptFor
                    + " (expected: 0 < every <= kept-for)");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "news.ranking.feed.size: " + size + " (expected: 1 to " + MAX_SIZE + ")");
        }
        if (minImportance < 1 || minImportance > 3 || inMemory < 1) {
            throw new IllegalArgumentException("news.ranking.feed.min-importance, in-memory: " + minImportance + ", "
                    + inMemory + " (expected: 1 to 3, >= 1)");
        }
    }
}
