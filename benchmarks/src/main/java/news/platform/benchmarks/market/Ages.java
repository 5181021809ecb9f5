package news.platform.benchmarks.market;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How old prices were when they were shown for the first time, in milliseconds. A quote that comes again with the same price, because its volume
 * has changed, is as old as its price: nobody waited for it. Safe for several threads.
 */
final class Ages {
    private static final int LONGEST = 60_000;

    private final AtomicLongArray counts = new AtomicLongArray(LONGEST + 1);

    private final AtomicLong again = new AtomicLong();

    void addAgain() {
        again.incrementAndGet();
    }

    /** How many quotes had a price that their client was shown before. */
    long again() {
        return again.get();
    }

    void add(long millis) {
        counts.incrementAndGet(Math.clamp(millis, 0, LONGEST));
    }

    long count() {
        return count(0);
    }

    /** How many were so old or older. */
    long count(int millis) {
        long count = 0;
        for (int i = millis; i <= LONGEST; i++) {
            count += counts.get(i);
        }
        return count;
    }

    /** The age that this part of all did not exceed. */
    int millis(double part) {
        long wanted = (long) Math.ceil(part * count());
        long seen = 0;
        for (int i = 0; i <= LONGEST; i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return i;
            }
        }
        return 0;
    }
}
