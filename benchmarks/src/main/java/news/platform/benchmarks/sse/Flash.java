package news.platform.benchmarks.sse;

/**
 * A version of a live, as its first event said it.
 *
 * @param number from 0, in the order in which they came
 * @param topic the clients that should hear it, -1 where it is none of the benchmark's own
 * @param burst whether it was published in a burst
 * @param position the event's id
 * @param changedMicros when it was published or corrected, by the platform's word, in microseconds since 1970
 */
public record Flash(
        int number,
        String id,
        long version,
        String title,
        int topic,
        boolean burst,
        long position,
        long changedMicros) {}
