package news.platform.benchmarks.search.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import org.junit.jupiter.api.Test;

class LoadRunTest {
    private static final Tail FAST = new Tail(500, 30_000, 2, 9, 15, 40, 0, 1);
    private static final Tail SLOW = new Tail(500, 30_000, 20, 3000, 3500, 4000, 2, 1);

    @Test
    void isGoodWhereAllAimsAreMet() {
        var run = run(FAST, FAST, 0, 20e6);

        assertThat(run.complaints()).isEmpty();
        assertThat(LoadReport.text("", run))
                .contains("| search, open loop | 500 | 2.0 | 9.0 | 40.0 | 0 |")
                .contains("| search, open loop, 300 asked for | 500 | 2.0 | 9.0 | 40.0 | 0 |")
                .contains("Verdict: good");
    }

    @Test
    void saysEveryAimThatIsMissed() {
        var run = run(SLOW, FAST, 3, 90e6);

        assertThat(run.complaints())
                .contains(
                        "3 articles were not found", "searches: 2 failed", "searches: p99 3000.0 ms (expected: < 100)")
                .contains("the live heap grew by 80.0 MB");
    }

    @Test
    void countsWhatWasNotSeenInTime() {
        var few = new Tail(1, 600, 2, 9, 15, 40, 0, 1);

        assertThat(run(FAST, few, 0, 20e6).complaints())
                .containsExactly("publish → found: 600 were seen in the time of the open loop");
    }

    @Test
    void holdsWhereNothingFailsAndAllIsInTime() {
        var few = new Tail(1, 600, 2, 9, 15, 40, 0, 1);

        assertThat(new LoadRun.Open(500, FAST, SLOW, FAST).holds(60)).isTrue();
        assertThat(new LoadRun.Open(500, SLOW, FAST, FAST).holds(60)).isFalse();
        assertThat(new LoadRun.Open(500, FAST, FAST, SLOW).holds(60)).isFalse();
        assertThat(new LoadRun.Open(500, FAST, FAST, few).holds(60)).isFalse();
    }

    private static LoadRun run(Tail searches, Tail others, int missing, double live) {
        return new LoadRun(
                LoadPace.quick(),
                "",
                1000,
                others,
                new LoadRun.Open(LoadRun.SEARCHES, searches, others, others),
                List.of(new LoadRun.Open(300, FAST, others, others)),
                new LoadRun.Closed(new Shot(900, 9000, 10, 30, 0), others),
                new LoadRun.Flow(500, missing, 0, 0),
                Map.of("search", 0.5),
                new LoadRun.Footprint(200e6, 10e6),
                new LoadRun.Footprint(210e6, live));
    }
}
