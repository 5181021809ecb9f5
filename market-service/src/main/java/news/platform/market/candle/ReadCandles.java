package news.platform.market.candle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.session.Exchanges;
import org.springframework.stereotype.Component;

/** Shows candles, the earliest first. */
@Component
final class ReadCandles {
    private static final int LATEST = 100;
    private static final int MOST = 1000;
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final KnownInstruments instruments;
    private final Exchanges exchanges;
    private final Candles candles;
    private final Splits splits;
    private final Clock clock;

    ReadCandles(KnownInstruments instruments, Exchanges exchanges, Candles candles, Splits splits, Clock clock) {
        this.instruments = instruments;
        this.exchanges = exchanges;
        this.candles = candles;
        this.splits = splits;
        this.clock = clock;
    }

    /**
     * Whether those that begin before this time change only by a correction: they are final, and what came in time has been counted.
     * The latter shows only in a later price, of any instrument; while nothing at all is traded it stays open.
     */
    boolean areFinal(String symbol, Interval interval, Instant to) {
        var now = clock.instant();
        var calendar = exchanges.calendar(instruments.require(symbol).exchange());
        var end = interval.endBefore(calendar, to).plus(Aggregation.FINAL_AFTER);
        return !end.isAfter(now) && candles.countedLater(end, now);
    }

    List<Candle> read(String symbol, Interval interval, Optional<Instant> from, Optional<Instant> to) {
        instruments.require(symbol);
        var range = new Candles.Range(from.orElse(EVER), to.orElse(NEVER));
        if (from.isPresent()) {
            return candles.first(symbol, interval, range, MOST);
        }
        return candles.last(symbol, interval, range, to.isPresent() ? MOST : LATEST);
    }

    /** The same, as if all splits had been made before. */
    List<Candle> adjusted(String symbol, List<Candle> read) {
        var adjusted = read;
        for (var split : splits.of(symbol)) {
            adjusted = adjusted.stream().map(split::adjust).toList();
        }
        return adjusted;
    }
}
