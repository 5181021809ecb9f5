package news.platform.benchmarks.push;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.benchmarks.push.PushRun.Fanout;
import org.junit.jupiter.api.Test;

class PushRunTest {
    private static final Fanout CALM = new Fanout(29, 0, 2000, 2000, 0);
    private static final Fanout DISTURBED = new Fanout(119, 3, 2000, 500, 0);

    @Test
    void allowsAChunkForEachKill() {
        var run = new PushRun(1, 2000, CALM, DISTURBED);

        assertThat(run.complaints()).isEmpty();
        assertThat(PushReport.text("", run)).contains("| with kills | 119.0 | 2000 | 500 | 0 |", "unharmed");
    }

    @Test
    void namesWhatIsWrong() {
        var run = new PushRun(1, 2000, new Fanout(31, 0, 1999, 1998, 3), new Fanout(121, 3, 2000, 499, 0));

        assertThat(run.complaints())
                .containsExactly(
                        "undisturbed it took 31.0 s (expected: < 30)",
                        "undisturbed 1 users do not find it in their list",
                        "undisturbed 2 devices were not pushed to",
                        "undisturbed devices were pushed to again, 3 times",
                        "with kills it took 121.0 s (expected: < 120)",
                        "with kills 1501 devices were not pushed to");
        assertThat(PushReport.verdict(run)).contains("harmed");
    }
}
