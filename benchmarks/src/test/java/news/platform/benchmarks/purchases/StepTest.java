package news.platform.benchmarks.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.platform.benchmarks.load.Tail;
import org.junit.jupiter.api.Test;

class StepTest {
    private static Step step(double p99Millis, long failures, double fulfilledSeconds) {
        var tail = new Tail(80, 4800, 12, p99Millis, 400, 500, 0, 0);
        return new Step(80, Tail.NONE, tail, failures, fulfilledSeconds, Map.of("payment", 4000.0, "mall", 2000.0));
    }

    @Test
    void holdsWhileNothingFailsOrFallsBehind() {
        assertThat(step(299, 0, 1).holds()).isTrue();
        assertThat(step(300, 0, 1).holds()).isFalse();
        assertThat(step(299, 1, 1).holds()).isFalse();
        assertThat(step(299, 0, 5).holds()).isFalse();
        assertThat(step(299, 0, -1).holds()).isFalse();
    }

    @Test
    void saysWhatHeldAndWhatItCosts() {
        var pace = PurchasesPace.full();

        assertThat(PurchasesReport.text("- machine\n", pace, List.of(step(310, 0, -1)), step(299, 0, 1)))
                .contains(
                        "| 80 | 0, 0 | 12, 310 | 0 | never | no |",
                        "| 80 | 0, 0 | 12, 299 | 0 | 1.0 | yes |",
                        "payment 4.0, mall 2.0, all 6.0",
                        "**Verdict: 80 purchases a second hold for 60 s**");
    }
}
