package news.platform.market.candle;

import java.math.BigDecimal;
import java.time.Instant;
import news.platform.market.tick.Tick;

/**
 * What an instrument did in a time.
 *
 * @param key whose and which
 * @param firstTick when the opening price was made
 * @param lastTick when the closing price was made
 */
public record Candle(
        Key key,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        long volume,
        Instant firstTick,
        Instant lastTick) {
    /** Which candle. */
    public record Key(Interval interval, String symbol, Instant begin) {}

    static Candle of(Key key, Tick tick) {
        var price = tick.price();
        return new Candle(key, price, price, price, price, tick.volume(), tick.time(), tick.time());
    }

    /** With what came after it. Of two ticks at one time the one that came first opens, the other one closes. */
    Candle and(Candle later) {
        return new Candle(
                key,
                later.firstTick.isBefore(firstTick) ? later.open : open,
                high.max(later.high),
                low.min(later.low),
                later.lastTick.isBefore(lastTick) ? close : later.close,
                volume + later.volume,
                later.firstTick.isBefore(firstTick) ? later.firstTick : firstTick,
                later.lastTick.isBefore(lastTick) ? lastTick : later.lastTick);
    }
}
