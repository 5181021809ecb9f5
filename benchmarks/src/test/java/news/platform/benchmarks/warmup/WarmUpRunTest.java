package news.platform.benchmarks.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import news.platform.benchmarks.load.Histogram;
import news.platform.benchmarks.measure.Sample;
import org.junit.jupiter.api.Test;

class WarmUpRunTest {
    @Test
    void isFastWhenAWindowAndTheMedianWithTheNextTwoAre() {
        assertThat(run(100, 950, 500, 400, 900, 880, 1000).fastSeconds(1000)).isEqualTo(9);
    }

    @Test
    void isNeverFastWhereItOnlyOnceWas() {
        assertThat(run(100, 950, 500, 400).fastSeconds(1000)).isInfinite();
    }

    @Test
    void takesTheMedianOfTheLastWindowsForTheSteadyRate() {
        assertThat(run(100, 950, 1000, 980).lastRate(3)).isEqualTo(980);
    }

    @Test
    void putsTheLatenciesOfTheFirstFiveWindowsTogether() {
        WarmUpRun run = run(1, 1, 1, 1, 1, 1);

        assertThat(run.firstP99Millis()).isEqualTo(5);
    }

    @Test
    void reportsMedianAndEveryRun() {
        WarmUpReport report = new WarmUpReport(
                WarmUpPace.full(),
                1000,
                new TreeMap<>(
                        Map.of("as usual", List.of(run(1000, 1000, 1000), run(100, 1000, 1000, 1000), run(100, 100)))));

        assertThat(report.text(
                        "",
                        new Sample(
                                "any",
                                "\"tag\"",
                                new byte[2048],
                                new byte[7000],
                                new Sample.Feed("/rss/any.xml", new byte[9000]))))
                .contains(
                        "| as usual | **4.0** (4.0, 4.0, 4.0) | **6.0** (5.0, 6.0, never) | **3.0** (3.0, 4.0, 2.0) | 0 |")
                .contains("| as usual | 100 | 1000 | 1000 | 1000 |  |");
    }

    /** Ready after four seconds; the first window took a millisecond for each request, the second two and so on. */
    private static WarmUpRun run(double... rates) {
        List<Double> all = DoubleStream.of(rates).boxed().toList();
        return new WarmUpRun(
                4,
                IntStream.range(0, all.size())
                        .mapToObj(i -> new WarmUpRun.Second(
                                5 + i, all.get(i), 0, new Histogram(new TreeMap<>(Map.of((i + 1) * 1000L, 10L)))))
                        .toList());
    }
}
