package news.platform.benchmarks.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.benchmarks.load.Tail;
import org.junit.jupiter.api.Test;

class DrillRunTest {
    private static final DrillPace PACE = DrillPace.quick();

    private static Tail tail(double p99Millis, long failures) {
        return new Tail(2000, 60_000, 1, p99Millis, p99Millis, p99Millis, failures, 0);
    }

    private static DrillRun run(Tail lives, int pushed, double percent, int status, double found) {
        return new DrillRun(
                7,
                PACE,
                new DrillRun.Figure(90, 180),
                List.of(new Timeline.Mark(7, "the figure is out")),
                List.of(new DrillRun.Seen(PACE.phases().getFirst(), tail(20, 0), lives)),
                new DrillRun.Listening(200, 200, 0, tail(80, 0), 0),
                new Pushes.Fanout(30, pushed, 0, 0.4, 1.2),
                List.of(new Ticker.Jump("GOLDX", new BigDecimal("100"), new BigDecimal("98"), percent, 0.6)),
                new Commenters.Flood(tail(90, 0), new TreeMap<>(Map.of(201, 400, status, 3))),
                new TreeMap<>(Map.of("the same words: 200 with the live", 12)),
                found,
                found > 0);
    }

    @Test
    void aDayOnWhichNobodyMissedAnythingIsPassed() {
        DrillRun run = run(tail(249, 0), 30, -2, 429, 8.5);

        assertThat(run.complaints()).isEmpty();
        assertThat(DrillReport.text("- machine\n", run))
                .contains("seed 7", "| 7.0 | the figure is out |", "(90 for 180)", "GOLDX from 100 to 98 (-2.00 %)")
                .contains("8.5 s after its start", "**Verdict: passed.**");
    }

    @Test
    void saysWhoSawWhatNobodyShouldSee() {
        DrillRun run = run(tail(250, 2), 29, 2, 500, -1);

        assertThat(run.complaints())
                .containsExactly(
                        "lives, before the figure: 2 reads failed",
                        "lives, before the figure: p99 250 ms (expected: < 250)",
                        "29 of 30 devices were told",
                        "the quote of GOLDX did not jump",
                        "3 comments were answered 500",
                        "quotes were not answered as they were last while market was away",
                        "search did not find the live again");
        assertThat(DrillReport.text("- machine\n", run))
                .contains("Search never found the live again", "**Verdict: failed.**");
    }

    @Test
    void readersComeAndGo() {
        assertThat(DrillPace.full().phases()).satisfies(phases -> {
            assertThat(phases.getFirst().from()).isEqualTo(200);
            assertThat(phases.getLast().to()).isEqualTo(200);
            assertThat(phases.stream().mapToInt(DrillPace.Phase::to).max()).hasValue(2000);
        });
    }
}
