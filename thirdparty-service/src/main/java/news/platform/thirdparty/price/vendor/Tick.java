package news.platform.thirdparty.price.vendor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One trade.
 *
 * @param volume how much was traded; 0 where nobody knows
 * @param correction whether it is added to what is final
 */
public record Tick(String symbol, BigDecimal price, long volume, Instant time, boolean correction) {
    /** As market-service takes it; neither exponents nor digits without end. */
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,10})?");

    /** What a vendor says, in its words; empty where that makes no sense. */
    public static Optional<Tick> of(String symbol, String price, long volume, Instant time, boolean correction) {
        return PRICE.matcher(price).matches() && volume >= 0
                ? Optional.of(new Tick(symbol, new BigDecimal(price), volume, time, correction))
                : Optional.empty();
    }
}
