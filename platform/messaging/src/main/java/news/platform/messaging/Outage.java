package news.platform.messaging;

import java.time.Duration;
import news.platform.error.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of something that may be away: one line when it goes, one when it is back, growing pauses between. Not
 * thread-safe.
 */
public final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final String what;
    private final Duration maxPause;
    private int failures;
    private long since;

    /** Something called {@code what} in the log, tried again after {@code maxPause} at the latest. */
    public Outage(String what, Duration maxPause) {
        this.what = what;
        this.maxPause = maxPause;
    }

    /** It failed (again). Returns how long to wait before the next try. */
    public Duration failed(Throwable cause) {
        if (failures == 0) {
            since = System.nanoTime();
            log.warn("{} is away, trying until it is back: {}", what, Failures.reason(cause));
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return pause.compareTo(maxPause) < 0 ? pause : maxPause;
    }

    /** It worked. */
    public void worked() {
        if (failures > 0) {
            log.info("{} is back after {} ms", what, (System.nanoTime() - since) / 1_000_000);
            failures = 0;
        }
    }
}
