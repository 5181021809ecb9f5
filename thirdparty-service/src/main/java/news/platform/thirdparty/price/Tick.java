package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.time.Instant;

/** One trade. */
record Tick(String symbol, BigDecimal price, long volume, Instant time) {}
