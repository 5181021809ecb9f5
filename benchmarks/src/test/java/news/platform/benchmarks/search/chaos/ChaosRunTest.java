package news.platform.benchmarks.search.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import org.junit.jupiter.api.Test;

class ChaosRunTest {
    private static final Inventory LEFT = new Inventory(100, "0123456789abcdef");

    @Test
    void isUnharmedWhereTheIndexIsWhatOneMadeAnewIs() {
        var run = run(LEFT, Tail.NONE, true);

        assertThat(run.complaints()).isEmpty();
        assertThat(ChaosReport.text("", run)).contains("digest 0123456789ab…").contains("Verdict: unharmed");
    }

    @Test
    void saysWhatWasHarmed() {
        var failing = new Tail(10, 10, 1, 1, 1, 1, 4, 1);

        var run = run(new Inventory(100, "1123456789abcdef"), failing, false);

        assertThat(run.complaints())
                .hasSize(3)
                .anyMatch(complaint -> complaint.contains("not the same"))
                .contains("8 reads failed");
    }

    private static ChaosRun run(Inventory anew, Tail reads, boolean told) {
        return new ChaosRun(
                1,
                List.of(new ChaosRun.Strike("ranking", 5, told)),
                new ChaosRun.Flow(100, 30, 0),
                LEFT,
                anew,
                List.of(new Readers(reads, reads)));
    }
}
