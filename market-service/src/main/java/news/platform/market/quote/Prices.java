package news.platform.market.quote;

import java.math.BigDecimal;
import java.time.Instant;
import news.platform.market.candle.Candle;
import news.platform.market.session.Session;
import news.platform.market.tick.Tick;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument did in its last session.
 *
 * @param before the last price of the session before; null where there was none
 * @param volume how much was traded, as far as the candles have it: up to a second less than the price has
 * @param time when the last price was made
 */
record Prices(
        Session session,
        @Nullable BigDecimal before,
        BigDecimal last,
        BigDecimal high,
        BigDecimal low,
        long volume,
        Instant time) {
    static Prices of(Session session, @Nullable BigDecimal before, Tick tick) {
        return new Prices(session, before, tick.price(), tick.price(), tick.price(), tick.volume(), tick.time());
    }

    static Prices of(Session session, @Nullable BigDecimal before, Candle day) {
        return new Prices(session, before, day.close(), day.high(), day.low(), day.volume(), day.lastTick());
    }

    /** With a tick of the session; one that comes late leaves the last price alone. */
    Prices and(Tick tick) {
        boolean late = tick.time().isBefore(time);
        return new Prices(
                session,
                before,
                late ? last : tick.price(),
                high.max(tick.price()),
                low.min(tick.price()),
                volume,
                late ? time : tick.time());
    }

    /** With what the candles have of the same session, which is complete but late. */
    Prices and(Prices stored) {
        boolean late = stored.time.isBefore(time);
        return new Prices(
                session,
                stored.before,
                late ? last : stored.last,
                high.max(stored.high),
                low.min(stored.low),
                Math.max(volume, stored.volume),
                late ? time : stored.time);
    }

    boolean isOf(Session other) {
        return session.date().equals(other.date());
    }
}
