package news.platform.benchmarks.slow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;

/**
 * All that was seen.
 *
 * @param seconds for how long the slow clients had their way
 * @param listBytes of each list under a key never asked for, which the gateway keeps for a while
 */
record SlowRun(int seconds, int listBytes, Readers quiet, Readers slow, MemoryUse memory, SlowOutcome clients) {
    /** Two tails of a busy machine differ by so much for no reason. */
    private static final double FLOOR_MILLIS = 5;

    private static final double MEGABYTE = 1e6;
    /** What a connection that is not answered may hold: buffers, request, the stack of a virtual thread. */
    private static final double LIVE_PER_CLIENT = 80_000;

    /** Beside it, garbage: the heap grows by what is alive and by as much again before it is collected. */
    private static final double RESIDENT_PER_CLIENT = 2 * LIVE_PER_CLIENT;

    private static final double RESIDENT_FLOOR = 100 * MEGABYTE;
    private static final double LIVE_FLOOR = 20 * MEGABYTE;
    /** The gateway keeps each new list plain and in two encodings. */
    private static final double KEPT = 3;

    /**
     * Bytes of the gateway.
     *
     * @param residentPeak the most while the slow clients were there
     * @param liveDuring what a full collection left when all had connected
     */
    record MemoryUse(
            double residentBefore,
            double residentPeak,
            double residentAfter,
            double liveBefore,
            double liveDuring,
            double liveAfter) {}

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        compare("cached", quiet.cached(), slow.cached(), complaints);
        compare("uncached", quiet.uncached(), slow.uncached(), complaints);
        if (clients.refused() > 0) {
            complaints.add(clients.refused() + " slow clients could not connect");
        }
        if (clients.borne() > 0) {
            complaints.add("%d of %d slow clients were not cut off within %d s"
                    .formatted(clients.borne(), clients.clients(), seconds));
        }
        double alive = LIVE_FLOOR + LIVE_PER_CLIENT * clients.clients();
        if (memory.liveDuring() - memory.liveBefore() > alive) {
            complaints.add("the live heap grew by more than %.0f MB".formatted(alive / MEGABYTE));
        }
        double most = RESIDENT_FLOOR + RESIDENT_PER_CLIENT * clients.clients();
        if (memory.residentPeak() - memory.residentBefore() > most) {
            complaints.add("resident memory grew by more than %.0f MB".formatted(most / MEGABYTE));
        }
        double kept = LIVE_FLOOR + KEPT * listBytes * slow.uncached().requests();
        if (memory.liveAfter() - memory.liveBefore() > kept) {
            complaints.add("the live heap kept more than %.0f MB".formatted(kept / MEGABYTE));
        }
        return complaints;
    }

    private static void compare(String name, Tail before, Tail during, List<String> complaints) {
        if (during.failures() > 0) {
            complaints.add(during.failures() + " " + name + " reads failed");
        }
        double most = 2 * before.p99Millis() + FLOOR_MILLIS;
        if (during.p99Millis() > most) {
            complaints.add(String.format(
                    Locale.ROOT, "p99 of %s reads %.1f ms (expected: <= %.1f)", name, during.p99Millis(), most));
        }
    }
}
