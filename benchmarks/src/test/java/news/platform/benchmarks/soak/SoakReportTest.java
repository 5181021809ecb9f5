package news.platform.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoakReportTest {
    @Test
    void hasARowForEachMinute() {
        String text = SoakReport.text("", SoakFixtures.SAMPLE, SoakFixtures.gaining(3, 0, 40e6, 40e6));

        assertThat(text)
                .contains("| 1 | 1000 | 5.00 | 3 | 300 | 50.0 | 10.0 | 10000 | 120 | 30 |")
                .contains("| 3 | 1000 | 5.00 | 0 |")
                .doesNotContain("| 4 |");
    }

    @Test
    void callsMemoryLevelThatHardlyChanges() {
        String text = SoakReport.text("", SoakFixtures.SAMPLE, SoakFixtures.gaining(3, 0, 40e6, 41e6));

        assertThat(text)
                .contains("memory is level", "from 40.0 to 41.0 MB (+1.0 MB)")
                .contains("10000 B in minute 2 and 10000 B in minute 3; 3 of 180000 requests failed");
    }

    @Test
    void callsMemoryGrowingWhenWhatIsHeldGrows() {
        assertThat(SoakReport.text("", SoakFixtures.SAMPLE, SoakFixtures.gaining(3, 0, 40e6, 43e6)))
                .contains("memory grows");
    }

    @Test
    void callsMemoryGrowingWhenTheProcessGrows() {
        Soak soak = SoakFixtures.gaining(10, 6 * SoakFixtures.MEGABYTE, 40e6, 40e6);

        assertThat(SoakReport.text("", SoakFixtures.SAMPLE, soak))
                .contains("memory grows", "RSS by +54.0 MB (+6.00 MB a minute");
    }
}
