package news.platform.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void putsRunsTogether() {
        Histogram fast = Histogram.parse("  99%  1.00ms\nlatency 1000 98\nRequests/sec: 98\n");
        Histogram slow = Histogram.parse("latency 1000 1\nlatency 90000 1\n");

        assertThat(fast.millis(0.99)).isEqualTo(1);
        assertThat(slow.millis(0.99)).isEqualTo(90);
        assertThat(fast.plus(slow).millis(0.99)).isEqualTo(1);
        assertThat(fast.plus(slow).millis(1)).isEqualTo(90);
    }

    @Test
    void isZeroWithoutRequests() {
        assertThat(Histogram.empty().millis(0.99)).isZero();
    }
}
