package news.platform.gateway.guard;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * A gradient limit: half a second of samples makes a window; when half of its calls took more than twice as long as usual
 * the limit shrinks in proportion, at most by half, when many were dropped by a fifth; when they did not, and at least half
 * of the limit was in use, it grows by its square root. Below where it began it also comes back when little is asked, within
 * five minutes: what made it small is long over.
 */
final class AdaptiveLimit {

    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long IDLE_WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final double RECOVERY_SECONDS = 300;
    private static final double STEPS = 16;
    private static final int MIN_SAMPLES = 20;
    private static final double TOLERANCE = 2.0;
    private static final double MANY_DROPPED = 0.1;

    private final int min;
    private final int max;
    private final int initial;
    private final LongSupplier nanoTime;
    private final LongAdder[] ratios = new LongAdder[(int) (Baseline.MOST * STEPS) + 1];
    private final LongAdder samples = new LongAdder();
    private final LongAdder drops = new LongAdder();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile long windowStart;
    private volatile double limit;

    AdaptiveLimit(int min, int max, int initial, LongSupplier nanoTime) {
        this.min = min;
        this.max = max;
        this.initial = initial;
        this.nanoTime = nanoTime;
        this.limit = initial;
        this.windowStart = nanoTime.getAsLong();
        Arrays.setAll(ratios, step -> new LongAdder());
    }

    int current() {
        return (int) limit;
    }

    /** A call that ended well took so many times longer than usual. */
    void sample(double ratio, int underWay) {
        ratios[(int) Math.clamp(ratio * STEPS, 0, ratios.length - 1)].increment();
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
        long took = now - windowStart;
        if ((took >= IDLE_WINDOW || (took >= WINDOW && samples.sum() + drops.sum() >= MIN_SAMPLES))
                && closing.compareAndSet(false, true)) {
            try {
                closeWindow(now);
            } finally {
                closing.set(false);
            }
        }
    }

    private void closeWindow(long now) {
        long good = samples.sumThenReset();
        long bad = drops.sumThenReset();
        double median = medianThenReset(good);
        int used = mostUnderWay.getAndSet(0);
        double seconds = (now - windowStart) / (double) TimeUnit.SECONDS.toNanos(1);
        windowStart = now;
        double gradient = good + bad < MIN_SAMPLES ? 1 : Math.clamp(TOLERANCE / median, 0.5, 1.0);
        if (good + bad >= MIN_SAMPLES && bad > MANY_DROPPED * (good + bad)) {
            gradient = Math.min(gradient, 0.8);
        }
        double next = limit;
        if (gradient < 1) {
            next = limit * gradient;
        } else if (used >= limit / 2) {
            next = limit + Math.sqrt(limit);
        } else if (limit < initial) {
            next = Math.min(initial, limit + initial * seconds / RECOVERY_SECONDS);
        }
        limit = Math.clamp(next, min, max);
    }

    /** The lower end of the step that it lies in. */
    private double medianThenReset(long all) {
        long seen = 0;
        int median = -1;
        for (int step = 0; step < ratios.length; step++) {
            seen += ratios[step].sumThenReset();
            if (median < 0 && 2 * seen > all) {
                median = step;
            }
        }
        return Math.max(1, median) / STEPS;
    }
}
