package news.platform.thirdparty.price.vendor;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands between this service and one vendor: its quota, its bulkhead and its breaker; and how long it is left alone once it
 * fails: a second at first, twice as long each time up to ten, a second again once it works. Thread-safe.
 */
public final class VendorGuard {
    private static final int LONGEST_SECONDS = 10;
    private static final int MAX_DOUBLINGS = 4;

    private final Bucket quota;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final AtomicInteger failures = new AtomicInteger();

    /** @param callsPerMinute all of which may come at once */
    public VendorGuard(int callsPerMinute, Bulkhead bulkhead, CircuitBreaker breaker) {
        this.quota = Bucket.builder()
                .addLimit(limit -> limit.capacity(callsPerMinute).refillGreedy(callsPerMinute, Duration.ofMinutes(1)))
                .build();
        this.bulkhead = bulkhead;
        this.breaker = breaker;
    }

    /** A call to the vendor. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    /**
     * Makes it, where it may be made now.
     *
     * @throws IOException as the call does, and where it may not be made
     */
    public <T> T call(Call<T> call) throws IOException {
        if (!bulkhead.tryAcquirePermission()) {
            throw new IOException("too many calls at once");
        }
        try {
            return attempt(call);
        } finally {
            bulkhead.onComplete();
        }
    }

    /** It works. */
    public void worked() {
        failures.set(0);
    }

    /** Whether nothing has failed since it worked. */
    public boolean works() {
        return failures.get() == 0;
    }

    /** It does not; the answer is for how long it is left alone. */
    public Duration failed() {
        int doublings = Math.min(failures.getAndIncrement(), MAX_DOUBLINGS);
        return Duration.ofSeconds(Math.min(1 << doublings, LONGEST_SECONDS));
    }

    private <T> T attempt(Call<T> call) throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new IOException("its breaker is open");
        }
        if (!quota.tryConsume(1)) {
            breaker.releasePermission();
            throw new IOException("its quota is used up");
        }
        long since = breaker.getCurrentTimestamp();
        try {
            var answer = call.make();
            breaker.onSuccess(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit());
            return answer;
        } catch (IOException | RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - since, breaker.getTimestampUnit(), e);
            throw e;
        }
    }
}
