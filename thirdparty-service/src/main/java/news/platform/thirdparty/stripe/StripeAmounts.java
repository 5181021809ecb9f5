package news.platform.thirdparty.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import news.platform.thirdparty.channel.Amount;
import news.platform.thirdparty.channel.wire.MalformedBodyException;

/**
 * Stripe's smallest units, which are not ISO 4217's everywhere: Icelandic crowns and Ugandan shillings have two decimals there that are
 * always 0, ariary have none; of three decimals the last is always 0. Currencies are lower case there.
 */
final class StripeAmounts {
    private static final Set<String> NO_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");
    private static final int TENTH = 10;

    private StripeAmounts() {}

    static String currency(Amount amount) {
        return amount.currency().toLowerCase(Locale.ROOT);
    }

    /** Whether Stripe can say such an amount. */
    static boolean canSay(Amount amount) {
        try {
            long units = units(amount);
            return !THREE_DECIMALS.contains(amount.currency()) || units % TENTH == 0;
        } catch (ArithmeticException _) {
            return false;
        }
    }

    /**
     * In Stripe's units.
     *
     * @throws ArithmeticException where it has more decimals than Stripe says
     */
    static long units(Amount amount) {
        return amount.major()
                .movePointRight(decimals(amount.currency()))
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    static Amount of(long units, String currency) throws MalformedBodyException {
        var code = currency.toUpperCase(Locale.ROOT);
        try {
            return Amount.ofMajor(BigDecimal.valueOf(units, decimals(code)), code);
        } catch (ArithmeticException | IllegalArgumentException _) {
            throw new MalformedBodyException("amount or currency");
        }
    }

    private static int decimals(String currency) {
        if (NO_DECIMALS.contains(currency)) {
            return 0;
        }
        return THREE_DECIMALS.contains(currency) ? 3 : 2;
    }
}
