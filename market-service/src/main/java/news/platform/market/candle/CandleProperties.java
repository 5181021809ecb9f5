package news.platform.market.candle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how many months candles are kept besides the running one; those of sessions are kept for good.
 *
 * @param minuteMonths those of a minute; default 2
 * @param fiveMinuteMonths those of five minutes; default 12
 * @param hourMonths those of an hour; default 60
 */
@ConfigurationProperties("news.market.candle")
record CandleProperties(
        @DefaultValue("2") int minuteMonths,
        @DefaultValue("12") int fiveMinuteMonths,
        @DefaultValue("60") int hourMonths) {
    CandleProperties {
        require("minute-months", minuteMonths);
        require("five-minute-months", fiveMinuteMonths);
        require("hour-months", hourMonths);
    }

    private static void require(String name, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("news.market.candle." + name + ": " + months + " (expected: >= 1)");
        }
    }
}
