package news.platform.benchmarks.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import news.platform.local.console.Progress;
import org.junit.jupiter.api.Test;

class SteadyTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void callsWindowsSteadyWhenTheLastThreeAgreeWithinFivePercent() {
        assertThat(Steady.agree(List.of(10.0, 100.0, 98.0, 96.0))).isTrue();
        assertThat(Steady.agree(List.of(100.0, 98.0, 94.0))).isFalse();
        assertThat(Steady.agree(List.of(100.0, 100.0))).isFalse();
    }

    @Test
    void loadsUntilThreeWindowsAgree() {
        Iterator<Double> rates = List.of(10.0, 60.0, 100.0, 99.0, 98.0, 1.0).iterator();

        Steady steady = Steady.await("list", rates::next, new Windows(3, 30), Pace.full(), progress);

        assertThat(steady).isEqualTo(new Steady(25, true));
        assertThat(rates.next()).isEqualTo(1.0);
    }

    @Test
    void doesNotTrustWindowsThatAgreeTooSoon() {
        Iterator<Double> rates =
                List.of(10.0, 10.0, 10.0, 50.0, 90.0, 100.0, 100.0, 100.0, 1.0).iterator();

        Steady steady = Steady.await("list", rates::next, new Windows(4, 30), Pace.full(), progress);

        assertThat(steady).isEqualTo(new Steady(40, true));
    }

    @Test
    void endsAtItsLimitAndSaysHowItGoesOnTheWay() {
        Iterator<Double> rates =
                DoubleStream.iterate(10, rate -> rate * 2).boxed().iterator();

        Steady steady = Steady.await("list", rates::next, new Windows(3, 7), Pace.full(), progress);

        assertThat(steady).isEqualTo(new Steady(35, false));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("list: loaded for 15 s, 40/s now");
    }
}
