package news.platform.benchmarks.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Result RESULT = new Result(
            new Scenario("any", "/", "any", List.of(), 0),
            2048,
            new Steady(15, true),
            new Shot(100, 500, 1, 2, 0),
            new Shot(400, 2000, 1, 2, 0),
            Map.of("gateway", 40.0, "content", 3.0, "user", 2.0, "kafka", 0.5),
            1000,
            Tail.NONE,
            Tail.NONE);

    @Test
    void dividesProcessorTimeAmongTheProcesses() {
        assertThat(RESULT.cpuOf("content", "user")).isEqualTo(5);
        assertThat(RESULT.cpuOf("postgres")).isZero();
        assertThat(RESULT.cpuOfAllBut("gateway", "content", "user", "postgres")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void comparesRates() {
        assertThat(RESULT.ratio()).isEqualTo(0.25);
    }
}
