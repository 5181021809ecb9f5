package news.platform.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;

/**
 * Lets a bounded number of callers do at once what is dear, so that a flood of them takes neither the heap, nor the processors, nor the
 * database connections from everybody else. Those who wait are let in in the order of asking. Thread-safe.
 */
public final class Bulkhead {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Duration maxWait;
    private final String busy;

    /**
     * Of nobody's yet.
     *
     * @param places how many are in at once
     * @param maxWait how long one waits for a place
     * @param busy what those are told who get none, for people
     */
    public Bulkhead(int places, Duration maxWait, String busy) {
        this.places = new Semaphore(places, true);
        this.maxWait = maxWait;
        this.busy = busy;
    }

    /** What the work makes; OVERLOADED where no place is free in time, and then nothing of it is done. */
    public <T> T run(Supplier<T> work) {
        if (!acquired()) {
            throw new DomainException(PlatformReason.OVERLOADED, busy).retryAfter(BUSY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean acquired() {
        try {
            return places.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
