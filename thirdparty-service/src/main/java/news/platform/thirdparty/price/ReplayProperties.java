package news.platform.thirdparty.price;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The vendor of made-up prices.
 *
 * @param exchange of whose instruments it makes prices; default DEMO, the one of the sample
 * @param seed the same one makes the same prices at the same time; default 1
 * @param speed how many days of prices pass in a day; default 1
 * @param ticksPerSecond of all instruments together; default 60
 * @param every how often ticks are sent; default 200 ms
 */
@ConfigurationProperties("news.thirdparty.replay")
record ReplayProperties(
        @DefaultValue("DEMO") String exchange,
        @DefaultValue("1") long seed,
        @DefaultValue("1") int speed,
        @DefaultValue("60") int ticksPerSecond,
        @DefaultValue("200ms") Duration every) {
    ReplayProperties {
        require("speed", speed);
        require("ticks-per-second", ticksPerSecond);
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("news.thirdparty.replay.every: " + every + " (expected: >= 10ms)");
        }
    }

    private static void require(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("news.thirdparty.replay." + name + ": " + value + " (expected: >= 1)");
        }
    }
}
