package news.platform.work;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A row of failures: one line when it begins, one when it is over, growing pauses between. Not thread-safe. */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MAX_DOUBLINGS = 20;

    private final String round;
    private final Duration longestPause;
    private final Clock clock;
    private int failures;
    private long since;

    Outage(String round, Duration longestPause, Clock clock) {
        this.round = round;
        this.longestPause = longestPause;
        this.clock = clock;
    }

    /** It failed, again perhaps; how long to wait before the next try. */
    Duration failed(Throwable cause) {
        if (failures == 0) {
            since = clock.monotonicTime();
            log.warn("round {} fails, it is tried until it works", round, cause);
        } else {
            log.debug("round {} fails again", round, cause);
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** It worked. */
    void worked() {
        if (failures > 0) {
            var millis = TimeUnit.NANOSECONDS.toMillis(clock.monotonicTime() - since);
            log.info("round {} works again after {} ms and {} failures", round, millis, failures);
            failures = 0;
        }
    }
}
