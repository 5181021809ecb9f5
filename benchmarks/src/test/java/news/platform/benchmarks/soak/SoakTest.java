package news.platform.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoakTest {
    private static final Soak SOAK = SoakFixtures.gaining(4, 6 * SoakFixtures.MEGABYTE, 40e6, 40e6);

    @Test
    void leavesTheFirstMinuteOutOfWhatIsSettled() {
        assertThat(SOAK.settledMinute()).isEqualTo(2);
        assertThat(SOAK.settled()).hasSize(18).allMatch(sample -> sample.minute() >= 2);
        assertThat(SoakFixtures.gaining(1, 0, 0, 0).settled()).hasSize(6);
    }

    @Test
    void findsHowMuchTheProcessGainsInAMinute() {
        assertThat(SOAK.residentSlope()).isCloseTo(6e6, within(1.0));
    }

    @Test
    void dividesWhatWasAllocatedByTheRequestsOfTheSameMinute() {
        assertThat(SOAK.allocatedPerRequest(2)).isEqualTo(10_000);
    }
}
