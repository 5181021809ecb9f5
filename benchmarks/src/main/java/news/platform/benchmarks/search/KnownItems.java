package news.platform.benchmarks.search;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import news.platform.benchmarks.load.Latencies;
import news.platform.benchmarks.load.Tail;
import news.platform.local.console.Complaint;

/**
 * Asks for headlines that are known to be there, one after another, at times that do not depend on the answers and under keys that no
 * cache has, until it is ended.
 */
final class KnownItems {
    static final int PER_SECOND = 50;
    private static final long GAP = 1_000_000_000 / PER_SECOND;

    private final Seeker seeker;
    private final List<String> headlines;
    private final Latencies latencies = new Latencies(10_000);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;
    private final long begin = System.nanoTime();
    /** So that no other run has asked the same. */
    private final int first = ThreadLocalRandom.current().nextInt(800_000_000);

    private int missed;
    private int failed;

    KnownItems(Seeker seeker, List<String> headlines) {
        this.seeker = seeker;
        this.headlines = headlines;
        this.thread = Thread.ofPlatform().name("known-items").start(this::ask);
    }

    private void ask() {
        for (int number = 0; !ended.get(); number++) {
            long due = begin + number * GAP;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var headline = headlines.get(number % headlines.size());
            try {
                missed += seeker.placeUncached(headline, first + number) == 0 ? 1 : 0;
                latencies.answered(System.nanoTime() - due);
            } catch (Complaint _) {
                failed++;
            }
        }
    }

    /** What was seen. */
    Seen end() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Seen(latencies.tail((System.nanoTime() - begin) / 1e9), missed, failed);
    }

    /**
     * What was seen.
     *
     * @param latencies from when each was due
     * @param missed answers without the headline
     * @param failed not answered
     */
    record Seen(Tail latencies, int missed, int failed) {}
}
