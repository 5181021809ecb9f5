package news.platform.market.candle;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.session.ExchangeCalendar;
import news.platform.market.session.Exchanges;
import news.platform.market.tick.Tick;
import org.springframework.stereotype.Component;

/**
 * Which candles ticks belong to. A tick counts while the exchange trades, and until its minute is final: whether it came too late
 * for that is told by when it arrived, not by when it is counted, so a service that was away counts the same.
 */
@Component
public final class Aggregation {
    /** After the end of a minute: by then a tick of it must have arrived. */
    static final Duration FINAL_AFTER = Duration.ofMinutes(2);

    private final KnownInstruments instruments;
    private final Exchanges exchanges;

    Aggregation(KnownInstruments instruments, Exchanges exchanges) {
        this.instruments = instruments;
        this.exchanges = exchanges;
    }

    /**
     * What a batch of ticks adds.
     *
     * @param candles what they make of each candle, by themselves
     * @param corrected the instruments of which something final may have changed
     * @param leftOut how many do not count
     */
    public record Added(Map<Candle.Key, Candle> candles, Set<String> corrected, int leftOut) {}

    /** In the order in which they came. */
    public Added add(Collection<Tick> ticks) {
        var candles = new HashMap<Candle.Key, Candle>();
        var corrected = new LinkedHashSet<String>();
        int leftOut = 0;
        for (var tick : ticks) {
            var keys = calendar(tick.symbol())
                    .map(calendar -> keys(calendar, tick))
                    .orElse(Set.of());
            keys.forEach(key -> candles.merge(key, Candle.of(key, tick), Candle::and));
            if (keys.isEmpty()) {
                leftOut++;
            } else if (tick.correction()) {
                corrected.add(tick.symbol());
            }
        }
        return new Added(candles, corrected, leftOut);
    }

    private Optional<ExchangeCalendar> calendar(String symbol) {
        return instruments.find(symbol).map(instrument -> exchanges.calendar(instrument.exchange()));
    }

    /** One of each interval, or none. */
    private static Set<Candle.Key> keys(ExchangeCalendar calendar, Tick tick) {
        var session = calendar.sessionAt(tick.time());
        var span = session.flatMap(there -> there.spanAt(tick.time()));
        if (session.isEmpty() || span.isEmpty()) {
            return Set.of();
        }
        var minute = Interval.MINUTE.begin(session.get(), span.get(), tick.time());
        var isFinal = Interval.MINUTE.end(session.get(), span.get(), minute).plus(FINAL_AFTER);
        if (!tick.correction() && !tick.arrival().isBefore(isFinal)) {
            return Set.of();
        }
        var keys = new LinkedHashSet<Candle.Key>();
        for (var interval : Interval.values()) {
            keys.add(new Candle.Key(interval, tick.symbol(), interval.begin(session.get(), span.get(), tick.time())));
        }
        return keys;
    }
}
