package news.platform.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.sse.Heard;
import org.junit.jupiter.api.Test;

class LiveRunTest {
    private static final Audit ALL_HEARD = new Audit(320, 1000, 0, 0, 0, 0, 0, 0);

    private static Tail tail(double p99) {
        return new Tail(500, 1000, 1, p99, p99, p99, 0, 0);
    }

    private static Readers readers(double p99) {
        return new Readers(tail(p99), tail(p99));
    }

    private static Turn turn(double cpuMicros, double bytes) {
        return new Turn(cpuMicros, 2, bytes, 1000, 0, tail(30));
    }

    private static LiveRun run(Readers beside, double calm, double burst, int cutOff, int upstreams, double times) {
        Heard heard = new Heard(List.of(), List.of(), tail(calm), tail(burst), 0, new TreeMap<>(), 0);
        Turns.Pair turns = new Turns.Pair(
                List.of(turn(10 * times, 14_000 * times), turn(90, 99_000), turn(1, 100)), List.of(turn(10, 14_000)));
        return new LiveRun(
                LivePace.full(10_000),
                readers(4),
                beside,
                heard,
                ALL_HEARD,
                Map.of("gateway", 0.4),
                new Held(20_000, 8_000, 12_000),
                new LiveRun.Slow(20, cutOff),
                upstreams,
                new TreeMap<>(),
                Optional.of(turns));
    }

    @Test
    void isContentWhenAllWereToldInTime() {
        LiveRun run = run(readers(13), 249, 999, 20, 1, 2);

        assertThat(run.complaints()).isEmpty();
        assertThat(LiveReport.text("- machine\n", run))
                .contains("320 versions of lives", "| ratio | 2.00 | 2.00 |", "**Verdict: unharmed.**");
    }

    @Test
    void saysWhatIsNotAsItShouldBe() {
        assertThat(run(readers(13.1), 251, 1001, 19, 2, 2.6).complaints())
                .containsExactly(
                        "p99 in ms outside the bursts: 251.0 (expected: <= 250.0)",
                        "p99 in ms within the bursts: 1001.0 (expected: <= 1000.0)",
                        "p99 in ms of cached reads: 13.1 (expected: <= 13.0)",
                        "p99 in ms of uncached reads: 13.1 (expected: <= 13.0)",
                        "processor time of a delivery by nginx's: 2.6 (expected: <= 2.5)",
                        "memory of a client by nginx's: 2.6 (expected: <= 2.0)",
                        "2 calls fill the gateway's stream (expected: 1)",
                        "19 of 20 clients that take a byte a second were cut off");
    }
}
