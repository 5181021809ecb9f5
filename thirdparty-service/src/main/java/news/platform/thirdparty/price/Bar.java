package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

/** One day's prices, all with as many decimals. */
record Bar(LocalDate date, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {
    /** As if it were that day's. */
    Bar on(LocalDate other) {
        return new Bar(other, open, high, low, close, volume);
    }

    /** Whether no price lies outside of low and high. */
    boolean isSound() {
        return Stream.of(open, close).allMatch(price -> low.compareTo(price) <= 0 && price.compareTo(high) <= 0);
    }

    int decimals() {
        return Stream.of(open, high, low, close)
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
    }

    /** The same with more decimals. */
    Bar with(int decimals) {
        return new Bar(
                date,
                open.setScale(decimals),
                high.setScale(decimals),
                low.setScale(decimals),
                close.setScale(decimals),
                volume);
    }
}
