package news.platform.benchmarks.live;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import news.platform.benchmarks.load.Tail;

/**
 * One server with many clients, and nothing else.
 *
 * @param cpuMicros of the server's processes, for an event to a client
 * @param clientMicros of the clients, for the same
 * @param bytes of memory, for a client that waits
 * @param wrong events that were missed or came too often
 */
record Turn(double cpuMicros, double clientMicros, double bytes, long deliveries, long wrong, Tail latency) {
    /** The turn in the middle by this. */
    static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return turns.stream()
                .mapToDouble(value)
                .sorted()
                .skip(turns.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** The turn in the middle by its latencies. */
    static Tail latency(List<Turn> turns) {
        return turns.stream()
                .map(Turn::latency)
                .sorted(Comparator.comparingDouble(Tail::p99Millis))
                .skip(turns.size() / 2)
                .findFirst()
                .orElse(Tail.NONE);
    }
}
