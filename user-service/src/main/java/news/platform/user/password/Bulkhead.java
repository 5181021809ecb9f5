package news.platform.user.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.stereotype.Component;

/**
 * Lets a bounded number of log-ins and registrations work at once, so that a flood of them takes neither the heap, nor the
 * cores, nor the database connections from everybody else. Those who wait are let in in the order of asking.
 */
@Component
public final class Bulkhead {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Duration maxWait;

    Bulkhead(PasswordProperties properties) {
        places = new Semaphore(properties.maxConcurrent(), true);
        maxWait = properties.maxWait();
    }

    /** What the work makes; OVERLOADED where no place is free in time, and then nothing of it is done. */
    public <T> T run(Supplier<T> work) {
        if (!acquired()) {
            throw new DomainException(PlatformReason.OVERLOADED, "too many passwords are being checked")
                    .retryAfter(BUSY);
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
