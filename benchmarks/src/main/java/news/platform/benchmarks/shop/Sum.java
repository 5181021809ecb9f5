package news.platform.benchmarks.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Money as the API says it.
 *
 * @param minor in the smallest unit of the currency
 */
public record Sum(String currency, long minor) {
    private static final int NANOS = 9;

    /** Read from an answer. */
    public static Sum of(JsonNode money) {
        var currency = money.path("currencyCode").asString();
        var value = new BigDecimal(money.path("units").asString("0"))
                .add(BigDecimal.valueOf(money.path("nanos").asLong(0), NANOS));
        return new Sum(
                currency,
                value.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact());
    }

    /** For a request. */
    public Map<String, Object> message() {
        var value = BigDecimal.valueOf(minor, digits(currency));
        var units = value.toBigInteger();
        var nanos = value.subtract(new BigDecimal(units)).movePointRight(NANOS).intValueExact();
        return Map.of("currencyCode", currency, "units", units.toString(), "nanos", nanos);
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
