package news.platform.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.fuzz.Outcome;
import news.platform.fuzz.Outcome.Asked;
import news.platform.fuzz.contract.Operation;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.verdict.Finding;
import org.junit.jupiter.api.Test;

class FuzzReportTest {
    private static final String FEEDS = "FeedSourceService/CreateFeedSource";

    private static String report(Asked feeds) {
        Outcome outcome = new Outcome(
                1,
                Duration.ofSeconds(1),
                new TreeMap<>(Map.of(400, feeds.requests())),
                new TreeMap<>(Map.of(FEEDS, feeds, "SessionService/RefreshSession", new Asked(900, 0))),
                0,
                List.of(),
                Map.of());
        List<Finding> findings = new ArrayList<>(outcome.neverSuccessful(Ground.CLOSED));
        return FuzzReport.text("", outcome, findings);
    }

    @Test
    void failsWhereAnOperationRefusedWhateverCame() {
        assertThat(report(new Asked(1878, 0)))
                .contains("| " + FEEDS + " | 1878 | 0 |")
                .contains("**Verdict: failed.**")
                .contains("never a success (1878 times)\n  " + FEEDS)
                .doesNotContain("never a success (900 times)");
    }

    @Test
    void passesWhereEachWasGotThroughToOrHardlyAsked() {
        assertThat(report(new Asked(1878, 1))).contains("**Verdict: passed.**");
        assertThat(report(new Asked(20, 0))).contains("**Verdict: passed.**");
    }

    @Test
    void excusesOperationsOfTheContract() {
        assertThat(Operations.read(List.of(Operations.CONTRACT)).stream().map(Operation::name))
                .containsAll(Ground.CLOSED);
    }
}
