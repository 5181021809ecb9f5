package news.platform.benchmarks.search.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import news.platform.benchmarks.search.chaos.ChaosRun.Views;
import news.platform.benchmarks.storm.Storm;
import org.junit.jupiter.api.Test;

class ChaosRunTest {
    private static final Inventory LEFT = new Inventory(100, "0123456789abcdef");
    private static final Inventory OTHER = new Inventory(100, "1123456789abcdef");
    private static final Views VIEWS = new Views(1000, 3, 990, 990, 8, 2);

    @Test
    void isUnharmedWhereTheIndexIsWhatOneMadeAnewIs() {
        var run = run(new ChaosRun.Indexed(LEFT, LEFT, true), Tail.NONE, 0, VIEWS);

        assertThat(run.complaints()).isEmpty();
        assertThat(ChaosReport.text("", run))
                .contains("| 0123456789ab… |", "| ranking | 7 | 5.0 |", "2 × not now", "Verdict: unharmed");
    }

    @Test
    void saysWhatWasHarmed() {
        var failing = new Tail(10, 10, 1, 1, 1, 1, 4, 1);

        var run = run(new ChaosRun.Indexed(LEFT, OTHER, true), failing, 1, VIEWS);

        assertThat(run.complaints())
                .hasSize(3)
                .anyMatch(complaint -> complaint.contains("not the same"))
                .contains("8 reads failed");
    }

    @Test
    void saysThatAnEventIsStillOnItsWay() {
        var run = run(new ChaosRun.Indexed(LEFT, LEFT, false), Tail.NONE, 0, VIEWS);

        assertThat(run.complaints()).singleElement().asString().contains("still changed");
    }

    @Test
    void saysThatAViewWasLostOrCountedTwice() {
        var twice = run(new ChaosRun.Indexed(LEFT, LEFT, true), Tail.NONE, 0, new Views(1000, 0, 1000, 1001, 0, 0));
        var lost = run(new ChaosRun.Indexed(LEFT, LEFT, true), Tail.NONE, 0, new Views(1000, 0, 989, 989, 8, 2));

        assertThat(twice.complaints()).containsExactly("rankings have counted 1001 of 1000 views that the topic holds");
        assertThat(lost.complaints()).singleElement().asString().startsWith("11 views were lost, of which 8 ");
    }

    private static ChaosRun run(ChaosRun.Indexed index, Tail reads, int untold, Views views) {
        var changes = new ChaosRun.Changes(5, 20, 10, new TreeMap<>(Map.of("not now", 2)));
        return new ChaosRun(
                1,
                List.of(new Storm.Strike("ranking", 7, 5)),
                untold,
                new ChaosRun.Flow(100, 0, changes),
                index,
                views,
                List.of(new Readers(reads, reads)));
    }
}
