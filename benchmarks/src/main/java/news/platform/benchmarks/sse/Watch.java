package news.platform.benchmarks.sse;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Until every client has heard something that was published since. Of one moment only. */
public final class Watch {
    private final long since = Micros.now();
    private final CountDownLatch missing;

    Watch(int clients) {
        this.missing = new CountDownLatch(clients);
    }

    boolean counts(Flash flash) {
        return flash.changedMicros() >= since;
    }

    void heard() {
        missing.countDown();
    }

    /** How many clients have heard nothing yet when the time is up, 0 as soon as all have. */
    public long await(Duration patience) {
        try {
            missing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return missing.getCount();
    }
}
