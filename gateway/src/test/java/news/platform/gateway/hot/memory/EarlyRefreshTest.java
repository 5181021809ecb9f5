package news.platform.gateway.hot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyRefreshTest {

    private static final int READERS = 10_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void comesNeverInTheFirstHalfOfTheAgeHoweverSlowTheCallWas() {
        EarlyRefresh slow = afterCallOf(60 * SECOND);

        assertThat(refreshing(slow, 0)).isZero();
        assertThat(refreshing(slow, 5 * SECOND - 1)).isZero();
        assertThat(refreshing(slow, 5 * SECOND)).isPositive();
    }

    @Test
    void comesTheMoreLikelyTheNearerTheEnd() {
        EarlyRefresh usual = afterCallOf(SECOND);

        assertThat(refreshing(usual, 6 * SECOND)).isLessThan(refreshing(usual, 9 * SECOND));
        assertThat(refreshing(usual, 10 * SECOND)).isEqualTo(READERS);
    }

    @Test
    void leavesAnAnswerAloneThatIsBroughtAtOnce() {
        EarlyRefresh quick = afterCallOf(SECOND / 1000);

        assertThat(refreshing(quick, 9 * SECOND)).isZero();
    }

    /** How many of the readers of this moment would begin it. */
    private static long refreshing(EarlyRefresh refresh, long now) {
        return IntStream.range(0, READERS).filter(reader -> refresh.due(now)).count();
    }

    /** Of an answer that came at 0 and keeps for ten seconds. */
    private static EarlyRefresh afterCallOf(long took) {
        return new EarlyRefresh(0, 10 * SECOND, took);
    }
}
