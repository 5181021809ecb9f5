package news.platform.thirdparty.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.thirdparty.price.PricedInstrument.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrownianPathTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final int MOMENTS = 5000;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void goesThroughTheFourPricesOfItsBarAndNeverLeavesIt(Kind kind) {
        var instrument = new PricedInstrument("NRT" + kind, "DEMO", kind, 2);

        for (var bar : new MadeUpBars(1).between(instrument, TODAY.minusDays(5), TODAY)) {
            var path = new BrownianPath(bar, instrument.symbol(), 1);

            assertThat(prices(path))
                    .allMatch(price -> price.compareTo(bar.low()) >= 0)
                    .allMatch(price -> price.compareTo(bar.high()) <= 0)
                    .allMatch(price -> price.scale() == 2);
            assertThat(path.points())
                    .allSatisfy(point -> assertThat(path.price(point.at())).isEqualTo(point.price()));
            assertThat(path.points().stream().map(BrownianPath.Point::price))
                    .contains(bar.open(), bar.high(), bar.low(), bar.close());
        }
    }

    @Test
    void isTheSameForTheSameSeedAndMoves() {
        var instrument = new PricedInstrument("NRTEN", "DEMO", Kind.SHARE, 2);
        var bar =
                new MadeUpBars(1).between(instrument, TODAY, TODAY.plusDays(1)).getFirst();

        var path = new BrownianPath(bar, "NRTEN", 1);

        assertThat(prices(path))
                .containsExactlyElementsOf(
                        prices(new BrownianPath(bar, "NRTEN", 1)).toList());
        assertThat(prices(path).distinct().count()).isGreaterThan(10);
        assertThat(prices(new BrownianPath(bar, "NRTEN", 2)).toList())
                .isNotEqualTo(prices(path).toList());
    }

    @Test
    void aDayOpensWhereTheOneBeforeClosed() {
        var instrument = new PricedInstrument("USDAUN", "DEMO", Kind.CURRENCY, 4);

        var bars = new MadeUpBars(7).between(instrument, TODAY.minusDays(365), TODAY);

        assertThat(bars).hasSize(365);
        assertThat(IntStream.range(1, bars.size()))
                .allMatch(day -> bars.get(day).open().equals(bars.get(day - 1).close()));
        assertThat(bars).allMatch(bar -> bar.low().signum() > 0 && bar.high().compareTo(bar.low()) >= 0);
    }

    private static Stream<BigDecimal> prices(BrownianPath path) {
        return DoubleStream.iterate(0, at -> at + 1.0 / MOMENTS).limit(MOMENTS).mapToObj(path::price);
    }
}
