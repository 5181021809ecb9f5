package news.platform.market.quote;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;

/** By what instruments are compared; those of which nothing is known come last. */
enum MoverOrder {
    /** What rose most first. */
    GAINERS,
    /** What fell most first. */
    LOSERS,
    /** What was traded most first. */
    ACTIVE;

    private static final BigDecimal NEVER = new BigDecimal(Long.MIN_VALUE);

    static MoverOrder of(String word) {
        return word.isEmpty() ? GAINERS : valueOf(word.toUpperCase(Locale.ROOT));
    }

    Comparator<Quote> comparator() {
        Comparator<Quote> order =
                switch (this) {
                    case GAINERS ->
                        Comparator.comparing(quote -> quote.changePercent().orElse(NEVER), Comparator.reverseOrder());
                    case LOSERS ->
                        Comparator.comparing(quote -> quote.changePercent().orElse(NEVER.negate()));
                    case ACTIVE -> Comparator.comparing(Quote::turnover, Comparator.reverseOrder());
                };
        return order.thenComparing(Quote::symbol);
    }
}
