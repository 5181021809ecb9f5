package news.platform.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How rounds spend their pauses: the real thing parks the thread, a test decides itself when a pause is over. */
@FunctionalInterface
interface Waiting {
    /** Until somebody wakes, at most as long as said. */
    Waiting PARKED = (wake, pause) -> {
        if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    };

    void await(Semaphore wake, Duration pause) throws InterruptedException;
}
