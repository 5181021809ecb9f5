package news.platform.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Schedule SCHEDULE = new Schedule(2, 20, 60);

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void hasABurstInTheMiddleOfEachHalfMinute() {
        assertThat(SCHEDULE.times()).hasSize(2 * 60 + 2 * 20).isSorted();
        assertThat(SCHEDULE.times())
                .filteredOn(SCHEDULE::inBurst)
                .hasSize(2 * 22)
                .allSatisfy(time -> assertThat(time % millis(30_000)).isBetween(millis(15_000), millis(16_000)));
    }

    @Test
    void hasNoneWhereNoneIsWanted() {
        Schedule steady = new Schedule(10, 0, 15);

        assertThat(steady.times()).hasSize(150).noneMatch(steady::inBurst);
    }
}
