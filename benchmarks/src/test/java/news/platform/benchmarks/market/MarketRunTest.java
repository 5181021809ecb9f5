package news.platform.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.platform.benchmarks.market.Minutes.Bar;
import org.junit.jupiter.api.Test;

class MarketRunTest {
    private static final Instant MINUTE = Instant.parse("2026-11-27T12:01:00Z");

    private static MarketRun run(long ticks, long older, double servedSeconds, String... wrong) {
        return new MarketRun(
                2000,
                20,
                ticks,
                120,
                List.of(wrong),
                new MarketRun.Shown(200_000, 4_000_000, 9_000, 180, 420, 499, older),
                new MarketRun.Crash(9, servedSeconds, 0, 3),
                Map.of("market", 0.4),
                Map.of("market", List.of(180L, 182L)));
    }

    @Test
    void isExactAndInTime() {
        MarketRun run = run(120_000, 0, 2.5);

        assertThat(run.complaints()).isEmpty();
        assertThat(MarketReport.text("- machine\n", run))
                .contains("2000 clients", "all are the same", "p99 420 ms", "| market | 0.40 | 180 | 182 |")
                .contains("**Verdict: exact and in time.**");
    }

    @Test
    void saysWhatIsWrongOldOrLate() {
        assertThat(run(90_000, 7, 11, "GOLDX is 1").complaints())
                .containsExactly(
                        "1 of 120 candles are wrong: [GOLDX is 1]",
                        "90000 ticks in the minute (expected: 120,000, about)",
                        "7 quotes were older than 500 ms when shown",
                        "served again 11.0 s after it was back");
    }

    @Test
    void aMinuteOpensWithItsFirstTickAndClosesWithItsLastByTimeAndThenByOrder() {
        Minutes minutes = new Minutes();
        minutes.add("A", MINUTE.plusSeconds(30), new BigDecimal("3.0"), 10);
        minutes.add("A", MINUTE, new BigDecimal("2.50"), 5);
        minutes.add("A", MINUTE.plusSeconds(59).plusNanos(999_999_999), new BigDecimal("2.75"), 1);
        minutes.add("A", MINUTE.plusSeconds(59).plusNanos(999_999_100), new BigDecimal("2.80"), 1);
        minutes.add("A", MINUTE.plusSeconds(60), new BigDecimal("9"), 1);
        minutes.add("B", MINUTE.minusNanos(1), new BigDecimal("9"), 1);

        assertThat(minutes.bar("A", MINUTE)).hasValueSatisfying(bar -> assertThat(bar.is(new Bar(
                        new BigDecimal("2.5"), new BigDecimal("3"), new BigDecimal("2.5"), new BigDecimal("2.8"), 17)))
                .isTrue());
        assertThat(minutes.bar("B", MINUTE)).isEmpty();
        assertThat(minutes.count(MINUTE)).isEqualTo(4);
    }
}
