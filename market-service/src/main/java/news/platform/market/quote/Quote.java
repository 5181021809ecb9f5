package news.platform.market.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import news.platform.market.instrument.Instrument;
import news.platform.market.session.Phase;

/**
 * What an instrument costs now.
 *
 * @param prices empty where it was never traded
 * @param stale whether nothing was heard of it for too long
 */
record Quote(Instrument instrument, Optional<Prices> prices, Phase phase, boolean stale) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_SCALE = 2;

    String symbol() {
        return instrument.symbol();
    }

    /** Against the session before; empty where there is nothing to compare. */
    Optional<BigDecimal> change() {
        return prices.flatMap(now -> Optional.ofNullable(now.before()).map(now.last()::subtract));
    }

    Optional<BigDecimal> changePercent() {
        return prices.map(Prices::before).filter(before -> before.signum() != 0).flatMap(before -> change().map(
                        change -> change.multiply(HUNDRED).divide(before.abs(), PERCENT_SCALE, RoundingMode.HALF_UP)));
    }

    /** By price times volume. */
    BigDecimal turnover() {
        return prices.map(now -> now.last().multiply(BigDecimal.valueOf(now.volume())))
                .orElse(BigDecimal.ZERO);
    }
}
