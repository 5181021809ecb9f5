package news.platform.thirdparty.delivery;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many messages a provider is given: so many a second, of which a third is for urgent ones alone, and none while it wants to
 * be left alone. Thread-safe.
 */
final class Quota {
    private final Bucket all;
    private final Bucket others;
    private final Clock clock;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

    Quota(int perSecond, Clock clock) {
        this.all = bucket(perSecond);
        this.others = bucket(Math.ceilDiv(2L * perSecond, 3));
        this.clock = clock;
    }

    /** How many of them may be sent now. */
    int take(int wanted, boolean urgent) {
        if (urgent) {
            return (int) all.tryConsumeAsMuchAsPossible(wanted);
        }
        long allowed = others.tryConsumeAsMuchAsPossible(wanted);
        long taken = allowed == 0 ? 0 : all.tryConsumeAsMuchAsPossible(allowed);
        if (taken < allowed) {
            others.addTokens(allowed - taken);
        }
        return (int) taken;
    }

    /** Nothing is sent for so long. */
    void pause(Duration length) {
        var until = clock.instant().plus(length);
        pausedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** How long nothing is to be sent; zero or less: something may be. */
    Duration paused() {
        var until = pausedUntil.get();
        return until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), until);
    }

    private static Bucket bucket(long perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
