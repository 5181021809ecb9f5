package news.platform.proto;

import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.OptionalLong;

/**
 * {@link Money} to and from minor units, the smallest that a currency has by ISO 4217: 19.99 CNY are 1999, 500 JPY are 500,
 * 5.120 KWD are 5120. Never rounds.
 */
public final class Moneys {
    private static final int NANO_DIGITS = 9;

    private Moneys() {}

    /**
     * So many minor units as messages say it.
     *
     * @param currencyCode a currency of ISO 4217 that has amounts
     */
    public static Money of(String currencyCode, long minorUnits) {
        var amount = BigDecimal.valueOf(
                minorUnits, Currency.getInstance(currencyCode).getDefaultFractionDigits());
        var units = amount.setScale(0, RoundingMode.DOWN);
        return Money.newBuilder()
                .setCurrencyCode(currencyCode)
                .setUnits(units.longValueExact())
                .setNanos(amount.subtract(units).movePointRight(NANO_DIGITS).intValueExact())
                .build();
    }

    /** So many minor units for people to read, {@code 19.99 CNY}; of what is no currency it says what is known. */
    public static String text(String currencyCode, long minorUnits) {
        int digits = digits(currencyCode);
        return digits < 0
                ? minorUnits + " of the smallest unit of " + currencyCode
                : BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currencyCode;
    }

    /** Negative where it is no currency that has amounts. */
    private static int digits(String currencyCode) {
        try {
            return Currency.getInstance(currencyCode).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /**
     * The minor units that a message says; empty where it is no amount of a currency: an unknown one or one without amounts, as gold,
     * a part of a minor unit, too much to be counted, units and nanos of different signs.
     */
    public static OptionalLong minorUnits(Money money) {
        if ((long) Long.signum(money.getUnits()) * Integer.signum(money.getNanos()) < 0) {
            return OptionalLong.empty();
        }
        try {
            int digits = Currency.getInstance(money.getCurrencyCode()).getDefaultFractionDigits();
            if (digits < 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(BigDecimal.valueOf(money.getUnits())
                    .add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS))
                    .movePointRight(digits)
                    .longValueExact());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
