package news.platform.work.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How timers and jobs are done.
 *
 * @param enabled whether this process does any; it may schedule them in any case. Default: true.
 * @param poll the longest pause between two looks, and so how late comes what another replica has scheduled for now. Default:
 *     1 s.
 * @param attempts how often one is tried before it is parked. Default: 12, which takes about forty minutes.
 * @param firstBackOff the pause after the first failure; each next one is twice as long, a fifth more or less. Default: 1 s.
 * @param maxBackOff the longest such pause. Default: 10 min.
 */
@ConfigurationProperties("news.work")
record WorkProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("12") int attempts,
        @DefaultValue("1s") Duration firstBackOff,
        @DefaultValue("10m") Duration maxBackOff) {
    private static final int MAX_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    WorkProperties {
        if (!poll.isPositive() || attempts < 1 || !firstBackOff.isPositive() || !maxBackOff.isPositive()) {
            throw new IllegalArgumentException("news.work: every number and duration must be positive");
        }
    }

    /**
     * The pause after a failure.
     *
     * @param attempt the one that failed, from 1
     * @param random between 0 and 1
     */
    Duration backOff(int attempt, double random) {
        var pause = firstBackOff.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        var bounded = pause.compareTo(maxBackOff) < 0 ? pause : maxBackOff;
        return Duration.ofMillis((long) (bounded.toMillis() * (1 + SPREAD * (2 * random - 1))));
    }
}
