package news.platform.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoneysTest {
    @ParameterizedTest
    @CsvSource({
        "CNY, 1999, 19, 990000000",
        "USD, 1, 0, 10000000",
        "USD, -150, -1, -500000000",
        "JPY, 500, 500, 0",
        "KWD, 5120, 5, 120000000",
        "CLF, 12345, 1, 234500000"
    })
    void countsInTheSmallestUnitThatTheCurrencyHas(String currency, long minorUnits, long units, int nanos) {
        var money = money(currency, units, nanos);

        assertThat(Moneys.of(currency, minorUnits)).isEqualTo(money);
        assertThat(Moneys.minorUnits(money)).hasValue(minorUnits);
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, 1999, 19.99 CNY",
        "CNY, 5, 0.05 CNY",
        "USD, -150, -1.50 USD",
        "JPY, 500, 500 JPY",
        "KWD, 5120, 5.120 KWD",
        "XAU, 3, 3 of the smallest unit of XAU",
        "ABC, 3, 3 of the smallest unit of ABC"
    })
    void saysToPeopleWhatTheyWouldSay(String currency, long minorUnits, String text) {
        assertThat(Moneys.text(currency, minorUnits)).isEqualTo(text);
    }

    static Stream<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode);
    }

    @ParameterizedTest
    @MethodSource("currencies")
    void givesBackWhatItWasGivenInEveryCurrency(String currency) {
        for (long minorUnits : new long[] {0, 1, 99, 100_001, 999_999_999_999L, -1, Long.MAX_VALUE}) {
            assertThat(Moneys.minorUnits(Moneys.of(currency, minorUnits))).hasValue(minorUnits);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 1, 1000000",
        "JPY, 1, 500000000",
        "KWD, 0, 100000",
        "XAU, 1, 0",
        "ABC, 1, 0",
        "usd, 1, 0",
        "'', 1, 0",
        "USD, 1, -10000000",
        "USD, 9223372036854775807, 0"
    })
    void refusesWhatIsNoAmountOfACurrency(String currency, long units, int nanos) {
        assertThat(Moneys.minorUnits(money(currency, units, nanos))).isEmpty();
    }

    @Test
    void hasNothingLeftOfZero() {
        assertThat(Moneys.of("EUR", 0)).isEqualTo(money("EUR", 0, 0));
    }

    private static Money money(String currency, long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
