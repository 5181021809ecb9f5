package news.platform.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.sse.Heard;
import org.junit.jupiter.api.Test;

class ChaosRunTest {
    private static ChaosRun run(long missed, Strike... strikes) {
        Heard heard = new Heard(
                List.of(), List.of(), Tail.NONE, Tail.NONE, 1000, new TreeMap<>(Map.of("HTTP/1.1 503", 3)), 0);
        return new ChaosRun(
                7, 1000, List.of(strikes), heard, new Audit(100, 9000, missed, 0, 0, 0, 0, 0), new TreeMap<>());
    }

    @Test
    void givesAColdGatewayMoreTime() {
        ChaosRun run = run(0, new Strike("gateway", 5, 9, 19.9, 0), new Strike("livenews", 30, 6, 9.9, 0));

        assertThat(run.complaints()).isEmpty();
        assertThat(ChaosReport.text("- machine\n", run))
                .contains("seed 7", "| gateway | 5 | 9.0 | 19.9 |", "{HTTP/1.1 503=3}", "**Verdict: unharmed.**");
    }

    @Test
    void saysWhoWasServedTooLateOrNever() {
        ChaosRun run = run(2, new Strike("kafka", 5, 9, 10.1, 0), new Strike("postgres", 30, 6, 60, 12));

        assertThat(run.complaints())
                .containsExactly(
                        "2 events were missed",
                        "served again 10.1 s after kafka was back (expected: <= 10)",
                        "12 clients were not served again after postgres was back");
    }
}
