package news.platform.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void callsWindowsSteadyWhenTheLastThreeAgreeWithinFivePercent() {
        assertThat(Meter.agree(List.of(10.0, 100.0, 98.0, 96.0))).isTrue();
        assertThat(Meter.agree(List.of(100.0, 98.0, 94.0))).isFalse();
        assertThat(Meter.agree(List.of(100.0, 100.0))).isFalse();
    }
}
