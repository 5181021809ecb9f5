package news.platform.market.tick;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade, or a change of an index.
 *
 * @param volume how much was traded
 * @param time when it happened
 * @param arrival when the vendor's adapter had it
 * @param correction whether the vendor adds it to what is final
 */
public record Tick(String symbol, BigDecimal price, long volume, Instant time, Instant arrival, boolean correction) {}
