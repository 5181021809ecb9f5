package news.platform.search.searching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How results are ordered, and what a search may cost.
 *
 * @param timeLimit for how long an index is read for one page; what was found until then is the answer. Default: 500 ms
 * @param halfLife after which time half of what recency adds is lost; default 3 days
 * @param oldest what is left of a score however old a thing is, from 0 (nothing) to 1 (age does not matter); default 0.5
 */
@ConfigurationProperties("news.search.query")
public record SearchProperties(
        @DefaultValue("500ms") Duration timeLimit,
        @DefaultValue("3d") Duration halfLife,
        @DefaultValue("0.5") double oldest) {
    public SearchProperties {
        require(timeLimit.isPositive(), "time-limit", timeLimit, "> 0");
        require(halfLife.isPositive(), "half-life", halfLife, "> 0");
        require(oldest >= 0 && oldest <= 1, "oldest", oldest, "0 to 1");
    }

    private static void require(boolean kept, String name, Object value, String expected) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "news.search.query." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
