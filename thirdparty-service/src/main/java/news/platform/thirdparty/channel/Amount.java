package news.platform.thirdparty.channel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Money in the smallest unit of its currency.
 *
 * @param currency by ISO 4217, upper case
 */
public record Amount(long minorUnits, String currency) {
    /** In the currency's own unit, with all its decimals: 19.99, 500, 5.120. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minorUnits, exponent(currency));
    }

    /**
     * From the currency's own unit.
     *
     * @throws ArithmeticException where it has more decimals than the currency
     */
    public static Amount ofMajor(BigDecimal major, String currency) {
        return new Amount(major.movePointRight(exponent(currency)).setScale(0).longValueExact(), currency);
    }

    private static int exponent(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
