package news.platform.gateway.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * A gradient limit: half a second of samples makes a window; when its calls took more than twice as long as usual the limit
 * shrinks in proportion, at most by half, when many were dropped by a fifth; when they did not, and at least half of the
 * limit was in use, it grows by its square root.
 */
final class AdaptiveLimit {

    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MIN_SAMPLES = 20;
    private static final double TOLERANCE = 2.0;
    private static final double MANY_DROPPED = 0.1;

    private final int min;
    private final int max;
    private final LongSupplier nanoTime;
    private final DoubleAdder ratios = new DoubleAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder drops = new LongAdder();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile long windowStart;
    private volatile double limit;

    AdaptiveLimit(int min, int max, int initial, LongSupplier nanoTime) {
        this.min = min;
        this.max = max;
        this.nanoTime = nanoTime;
        this.limit = initial;
        this.windowStart = nanoTime.getAsLong();
    }

    int current() {
        return (int) limit;
    }

    /** A call that ended well took so many times longer than usual. */
    void sample(double ratio, int underWay) {
        ratios.add(ratio);
        samples.increment();
        ended(underWay);
    }

    /** A call ended for lack of time or room. */
    void dropped(int underWay) {
        drops.increment();
        ended(underWay);
    }

    private void ended(int underWay) {
        if (underWay > mostUnderWay.get()) {
            mostUnderWay.accumulateAndGet(underWay, Math::max);
        }
        long now = nanoTime.getAsLong();
        if (now - windowStart >= WINDOW
                && samples.sum() + drops.sum() >= MIN_SAMPLES
                && closing.compareAndSet(false, true)) {
            try {
                closeWindow(now);
            } finally {
                closing.set(false);
            }
        }
    }

    private void closeWindow(long now) {
        double good = samples.sumThenReset();
        double bad = drops.sumThenReset();
        double sum = ratios.sumThenReset();
        int used = mostUnderWay.getAndSet(0);
        windowStart = now;
        double gradient = good == 0 ? 1 : Math.clamp(TOLERANCE * good / sum, 0.5, 1.0);
        if (bad > MANY_DROPPED * (good + bad)) {
            gradient = Math.min(gradient, 0.8);
        }
        double next = limit;
        if (gradient < 1) {
            next = limit * gradient;
        } else if (used >= limit / 2) {
            next = limit + Math.sqrt(limit);
        }
        limit = Math.clamp(next, min, max);
    }
}
