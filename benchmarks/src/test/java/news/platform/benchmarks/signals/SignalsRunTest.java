package news.platform.benchmarks.signals;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.signals.SignalsRun.Flow;
import news.platform.benchmarks.signals.SignalsRun.Turn;
import org.junit.jupiter.api.Test;

class SignalsRunTest {
    private static final Turn READ = turn(40, 0);
    private static final Flow GOOD = new Flow(1000, 990, 14, 990, 990, 25_000);

    @Test
    void isKeptWhereAllThatTheTopicHoldsIsCountedAndEachDropToo() {
        var run = new SignalsRun(READ, turn(70, 0), turn(75, 0), GOOD);

        assertThat(run.ratio()).isEqualTo(1.75);
        assertThat(SignalsReport.verdict(run)).startsWith("**Verdict: kept.**");
        assertThat(SignalsReport.text("", SignalsPace.full(), run))
                .contains("A signal costs the edge 1.75 hot reads.")
                .contains("| dropped | 14 |");
    }

    @Test
    void isNotWhereSomethingIsMissingOrTooDear() {
        assertThat(new SignalsRun(READ, turn(90, 0), READ, GOOD).complaints())
                .containsExactly("a signal costs 2.3 hot reads (expected: at most 2)");
        assertThat(new SignalsRun(READ, READ, READ, new Flow(1000, 990, 14, 990, 989, 1)).complaints())
                .containsExactly("the database has 989 of 990 that the topic holds");
        assertThat(new SignalsRun(READ, READ, READ, new Flow(1000, 990, 4, 990, 990, 1)).complaints())
                .containsExactly("6 were answered and neither sent nor counted as dropped");
        assertThat(new SignalsRun(READ, READ, turn(40, 3), GOOD).complaints()).containsExactly("3 requests failed");
    }

    private static Turn turn(double micros, long failures) {
        return new Turn(new Shot(10_000, 50_000, 1, 5, failures), micros, 2 * micros);
    }
}
