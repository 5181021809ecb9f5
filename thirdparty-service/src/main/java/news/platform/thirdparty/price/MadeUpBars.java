package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Daily prices that nobody ever paid: a walk from day to day that tends back to where it began, so that it never gets lost; a day
 * opens where the one before closed. Some shares were split once, so that there is something to adjust.
 */
final class MadeUpBars {
    static final LocalDate SPLIT = LocalDate.of(2026, 6, 1);
    static final int SPLIT_INTO = 2;

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final double HOLD = 0.99;
    private static final int SPLIT_ONE_IN = 10;
    private static final int LEAST_VOLUME = 100_000;
    private static final int MOST_VOLUME = 5_000_000;

    private final long seed;

    MadeUpBars(long seed) {
        this.seed = seed;
    }

    /** The bars of these days, the earliest first. */
    List<Bar> between(PricedInstrument instrument, LocalDate from, LocalDate until) {
        var bars = new ArrayList<Bar>();
        double base = instrument.kind().price(chance(instrument, -1).nextDouble());
        double walk = 0;
        for (LocalDate date = FIRST; date.isBefore(until); date = date.plusDays(1)) {
            var chance = chance(instrument, date.toEpochDay());
            double next = HOLD * walk + instrument.kind().volatility() * chance.nextGaussian();
            if (!date.isBefore(from)) {
                bars.add(bar(instrument, date, base * Math.exp(walk), base * Math.exp(next), chance));
            }
            walk = next;
        }
        return bars;
    }

    /** Whether what it costs before {@link #SPLIT} is that many times more. */
    boolean wasSplit(PricedInstrument instrument) {
        return instrument.kind() == PricedInstrument.Kind.SHARE
                && chance(instrument, -2).nextInt(SPLIT_ONE_IN) == 0;
    }

    private Bar bar(PricedInstrument instrument, LocalDate date, double open, double close, SplittableRandom chance) {
        double reach = instrument.kind().volatility() / 2;
        double high = Math.max(open, close) * (1 + reach * chance.nextDouble());
        double low = Math.min(open, close) * (1 - reach * chance.nextDouble());
        int factor = wasSplit(instrument) && date.isBefore(SPLIT) ? SPLIT_INTO : 1;
        return new Bar(
                date,
                price(instrument, open * factor),
                price(instrument, high * factor),
                price(instrument, low * factor),
                price(instrument, close * factor),
                chance.nextInt(LEAST_VOLUME, MOST_VOLUME));
    }

    private SplittableRandom chance(PricedInstrument instrument, long number) {
        return Chance.of(seed, instrument.symbol(), number);
    }

    /** At least the smallest price that there is. */
    private static BigDecimal price(PricedInstrument instrument, double price) {
        return Optional.of(BigDecimal.valueOf(price).setScale(instrument.decimals(), RoundingMode.HALF_UP))
                .filter(rounded -> rounded.signum() > 0)
                .orElse(BigDecimal.ONE.movePointLeft(instrument.decimals()));
    }
}
