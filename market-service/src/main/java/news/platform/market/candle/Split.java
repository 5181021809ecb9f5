package news.platform.market.candle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * One share became several.
 *
 * @param time when the first session after it opened
 * @param numerator how many there are now
 * @param denominator for so many before
 */
record Split(Instant time, int numerator, int denominator) {
    private static final int SCALE = 8;

    /** As if it had been made before. */
    Candle adjust(Candle candle) {
        if (!candle.key().begin().isBefore(time)) {
            return candle;
        }
        return new Candle(
                candle.key(),
                price(candle.open()),
                price(candle.high()),
                price(candle.low()),
                price(candle.close()),
                Math.multiplyExact(candle.volume(), numerator) / denominator,
                candle.firstTick(),
                candle.lastTick());
    }

    private BigDecimal price(BigDecimal price) {
        var adjusted = price.multiply(BigDecimal.valueOf(denominator))
                .divide(BigDecimal.valueOf(numerator), SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return adjusted.scale() < price.scale() ? adjusted.setScale(price.scale()) : adjusted;
    }
}
