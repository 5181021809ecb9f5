package news.platform.search.trending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as asked by many.
 *
 * @param minAskers by how many different ones, at least; default 3
 * @param halfLife after which time an asker counts half; default 2 h
 * @param keep how long it is remembered that somebody asked; default 1 d
 * @param refresh how long until it is counted again; default 10 s
 * @param deadline how long comment-service is waited for, which says what may be shown; default 2 s
 * @param key the secret by which askers are told apart without their addresses being kept, the same in all replicas. Default: empty,
 *     which is a new one in each process
 */
@ConfigurationProperties("news.search.trending")
record TrendingProperties(
        @DefaultValue("3") int minAskers,
        @DefaultValue("2h") Duration halfLife,
        @DefaultValue("1d") Duration keep,
        @DefaultValue("10s") Duration refresh,
        @DefaultValue("2s") Duration deadline,
        @DefaultValue("") String key) {
    TrendingProperties {
        require(minAskers >= 1, "min-askers", minAskers, ">= 1");
        require(halfLife.isPositive(), "half-life", halfLife, "> 0");
        require(keep.isPositive(), "keep", keep, "> 0");
        require(refresh.isPositive(), "refresh", refresh, "> 0");
        require(deadline.isPositive(), "deadline", deadline, "> 0");
    }

    private static void require(boolean kept, String name, Object value, String expected) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "news.search.trending." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
