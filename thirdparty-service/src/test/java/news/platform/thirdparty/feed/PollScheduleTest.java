package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final PollSchedule schedule = new PollSchedule(Duration.ofHours(6), RandomGenerator.getDefault());

    @Test
    void waitsTheIntervalAfterASuccess() {
        assertThat(Duration.between(NOW, schedule.afterSuccess(NOW, INTERVAL)))
                .isBetween(INTERVAL, INTERVAL.plusSeconds(6));
    }

    @Test
    void doublesThePauseWithEachFailureUpToTheLongest() {
        assertThat(pause(1, Duration.ZERO))
                .isBetween(INTERVAL, INTERVAL.multipliedBy(5).dividedBy(4));
        assertThat(pause(4, Duration.ZERO)).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
        IntStream.of(8, 50, Integer.MAX_VALUE).forEach(failures -> assertThat(pause(failures, Duration.ZERO))
                .isBetween(Duration.ofHours(6), Duration.ofMinutes(450)));
    }

    @Test
    void keepsALongerIntervalWhenFailing() {
        Instant next = schedule.afterFailure(NOW, Duration.ofDays(1), 9, Duration.ZERO);

        assertThat(Duration.between(NOW, next)).isBetween(Duration.ofDays(1), Duration.ofHours(30));
    }

    @Test
    void waitsAsLongAsTheHostAsks() {
        assertThat(pause(1, Duration.ofHours(20))).isEqualTo(Duration.ofHours(20));
    }

    private Duration pause(int failures, Duration retryAfter) {
        return Duration.between(NOW, schedule.afterFailure(NOW, INTERVAL, failures, retryAfter));
    }
}
