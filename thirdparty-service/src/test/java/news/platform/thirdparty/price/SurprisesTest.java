package news.platform.thirdparty.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import news.platform.thirdparty.price.PricedInstrument.Kind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SurprisesTest {
    private static final Instant TIME = Instant.parse("2026-12-04T13:30:00Z");
    private static final Offset<Double> NEARLY = within(1e-9);

    private final Surprises surprises = new Surprises();

    @Test
    void aFigureMovesPricesAtOnceAndLessLater() {
        surprises.add("payroll", TIME, new BigDecimal("-18"), new BigDecimal("180"));

        assertThat(surprises.factor(Kind.SHARE, TIME.minusMillis(1))).isOne();
        assertThat(surprises.factor(Kind.SHARE, TIME)).isCloseTo(Math.exp(-0.018), NEARLY);
        assertThat(surprises.factor(Kind.SHARE, TIME.plus(Duration.ofMinutes(10))))
                .isCloseTo(Math.exp(-0.009), NEARLY);
        assertThat(surprises.factor(Kind.SHARE, TIME.plus(Duration.ofHours(1)))).isOne();
    }

    @Test
    void noFigureIsWorthMoreThanTwoDays() {
        surprises.add("payroll", TIME, new BigDecimal("900"), new BigDecimal("180"));
        surprises.add("payroll", TIME, new BigDecimal("900"), new BigDecimal("180"));

        assertThat(surprises.factor(Kind.BOND, TIME)).isCloseTo(Math.exp(2 * 0.003), NEARLY);
    }

    @Test
    void whatWasExpectedToBeNothingIsNoDivisionByZero() {
        surprises.add("balance", TIME, new BigDecimal("0.1"), BigDecimal.ZERO);
        surprises.add("flat", TIME, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(surprises.factor(Kind.INDEX, TIME)).isCloseTo(Math.exp(2 * 0.009), NEARLY);
    }
}
