package news.platform.thirdparty.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a source is polled next: after its interval; after failures twice as late each time, up to the longest pause; never
 * before its host wants to be asked again. Spread at random, so that sources that failed together don't return together.
 */
final class PollSchedule {
    private static final double SPREAD_ON_SUCCESS = 0.02;
    private static final double SPREAD_ON_FAILURE = 0.25;
    private static final int MAX_DOUBLINGS = 20;

    private final Duration longestPause;
    private final RandomGenerator random;

    PollSchedule(Duration longestPause, RandomGenerator random) {
        this.longestPause = longestPause;
        this.random = random;
    }

    Instant afterSuccess(Instant now, Duration interval) {
        return now.plus(spread(interval, SPREAD_ON_SUCCESS));
    }

    /** @param failures in a row, this one included */
    Instant afterFailure(Instant now, Duration interval, int failures, Duration retryAfter) {
        Duration longest = max(longestPause, interval);
        long factor = 1L << Math.min(failures - 1, MAX_DOUBLINGS);
        Duration pause = interval.compareTo(longest.dividedBy(factor)) > 0 ? longest : interval.multipliedBy(factor);
        return now.plus(max(spread(pause, SPREAD_ON_FAILURE), retryAfter));
    }

    private Duration spread(Duration pause, double share) {
        return pause.plusMillis((long) (pause.toMillis() * share * random.nextDouble()));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
