package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One day's prices. */
record Bar(LocalDate date, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {}
