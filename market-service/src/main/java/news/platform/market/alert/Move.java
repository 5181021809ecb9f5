package news.platform.market.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.platform.market.candle.Candle;
import news.platform.market.candle.Interval;

/**
 * How far a price went in a batch of ticks, and where to.
 *
 * @param first when the first of them was made
 * @param time when the last one was
 */
record Move(String symbol, BigDecimal high, BigDecimal low, BigDecimal last, Instant first, Instant time) {
    /** One for each instrument, by symbol. */
    static List<Move> of(Collection<Candle> candles) {
        Map<String, Move> moves = new HashMap<>();
        candles.stream()
                .filter(candle -> candle.key().interval() == Interval.MINUTE)
                .map(candle -> new Move(
                        candle.key().symbol(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.firstTick(),
                        candle.lastTick()))
                .forEach(move -> moves.merge(move.symbol, move, Move::and));
        return moves.values().stream()
                .sorted((one, other) -> one.symbol.compareTo(other.symbol))
                .toList();
    }

    private Move and(Move other) {
        var later = other.time.isBefore(time) ? this : other;
        var earlier = other.first.isBefore(first) ? other : this;
        return new Move(symbol, high.max(other.high), low.min(other.low), later.last, earlier.first, later.time);
    }

    /** As somebody sees it who looks since then: who was not there from the first tick on knows the last one alone. */
    Move since(Instant time) {
        return first.isBefore(time) ? new Move(symbol, last, last, last, this.time, this.time) : this;
    }
}
