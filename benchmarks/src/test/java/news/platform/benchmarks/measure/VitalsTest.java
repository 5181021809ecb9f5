package news.platform.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final List<String> LINES = List.of(
            "# TYPE jvm_gc_pause_seconds summary",
            "jvm_gc_pause_seconds_sum{gc=\"Copy\"} 0.25",
            "jvm_gc_pause_seconds_sum{gc=\"MarkSweepCompact\"} 1.0E-1",
            "jvm_gc_pause_seconds_summary{gc=\"Copy\"} 7");

    @Test
    void addsUpAMetricOverItsLabels() {
        assertThat(Vitals.sum(LINES, "jvm_gc_pause_seconds_sum", _ -> true)).isEqualTo(0.35);
    }

    @Test
    void takesOnlyTheWantedLabels() {
        assertThat(Vitals.sum(LINES, "jvm_gc_pause_seconds_sum", line -> line.contains("Copy")))
                .isEqualTo(0.25);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(Vitals.sum(LINES, "jvm_gc_pause", _ -> true)).isZero();
    }
}
