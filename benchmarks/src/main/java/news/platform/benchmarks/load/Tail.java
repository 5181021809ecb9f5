package news.platform.benchmarks.load;

/**
 * What the open loop saw: latencies from the time at which each request was due.
 *
 * @param failures answers that were neither 2xx nor 3xx, broken connections, requests that were never answered
 * @param heldUpMillis the longest time that the generator itself did not get to run: no latency below it says anything
 *     about the server alone
 */
public record Tail(
        double rate,
        long requests,
        double p50Millis,
        double p99Millis,
        double p999Millis,
        double maxMillis,
        long failures,
        double heldUpMillis) {
    /** Where nothing was asked. */
    public static final Tail NONE = new Tail(0, 0, 0, 0, 0, 0, 0, 0);
}
