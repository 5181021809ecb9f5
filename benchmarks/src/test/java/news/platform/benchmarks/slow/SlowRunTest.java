package news.platform.benchmarks.slow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;
import org.junit.jupiter.api.Test;

class SlowRunTest {
    private static final double MEGABYTE = 1e6;

    private static Readers readers(double p99, long failures) {
        Tail tail = new Tail(500, 1000, 1, p99, p99, p99, failures, 0);
        return new Readers(tail, tail);
    }

    private static SlowRun run(Readers beside, int cut, double residentPeak, double liveDuring, double liveAfter) {
        SlowOutcome.Row row = new SlowOutcome.Row(
                SlowKind.HEAD, 100, cut, Duration.ZERO, Duration.ZERO, Duration.ZERO, new TreeMap<>());
        return new SlowRun(
                60,
                1000,
                readers(3, 0),
                beside,
                new SlowRun.MemoryUse(500 * MEGABYTE, residentPeak, 0, 100 * MEGABYTE, liveDuring, liveAfter),
                new SlowOutcome(0, List.of(row)));
    }

    @Test
    void isContentWhenNobodyNoticed() {
        assertThat(run(readers(11, 0), 100, 600 * MEGABYTE, 128 * MEGABYTE, 120 * MEGABYTE)
                        .complaints())
                .isEmpty();
    }

    @Test
    void complainsOfSlowAndFailedReads() {
        assertThat(run(readers(11.1, 2), 100, 600 * MEGABYTE, 128 * MEGABYTE, 120 * MEGABYTE)
                        .complaints())
                .contains("2 cached reads failed", "p99 of uncached reads 11.1 ms (expected: <= 11.0)");
    }

    @Test
    void complainsOfClientsThatWereBorne() {
        assertThat(run(readers(3, 0), 99, 600 * MEGABYTE, 128 * MEGABYTE, 120 * MEGABYTE)
                        .complaints())
                .containsExactly("1 of 100 slow clients were not cut off within 60 s");
    }

    @Test
    void complainsOfMemory() {
        assertThat(run(readers(3, 0), 100, 717 * MEGABYTE, 129 * MEGABYTE, 130 * MEGABYTE)
                        .complaints())
                .containsExactly(
                        "the live heap grew by more than 28 MB",
                        "resident memory grew by more than 116 MB",
                        "the live heap kept more than 23 MB");
    }
}
