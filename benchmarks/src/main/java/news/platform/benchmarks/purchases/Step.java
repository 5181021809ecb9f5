package news.platform.benchmarks.purchases;

import java.util.Map;
import news.platform.benchmarks.load.Tail;

/**
 * Purchases at one rate.
 *
 * @param rate at which they were begun
 * @param orders answers of POST /orders
 * @param payments answers of POST /payments
 * @param failures purchases that came to nothing
 * @param fulfilledSeconds how long after the last one everything was open that was paid for; negative: it was not within patience
 * @param cpuMicros of each process for a purchase
 */
record Step(
        double rate,
        Tail orders,
        Tail payments,
        long failures,
        double fulfilledSeconds,
        Map<String, Double> cpuMicros) {
    /** What p99 of POST /payments must stay below. */
    static final double LIMIT_MILLIS = 300;

    /** So long may be what comes behind, whatever the rate: more is a queue that grows. */
    private static final double MOST_BEHIND_SECONDS = 5;

    /** Whether it could go on like this. */
    boolean holds() {
        return failures == 0
                && payments.p99Millis() < LIMIT_MILLIS
                && fulfilledSeconds >= 0
                && fulfilledSeconds < MOST_BEHIND_SECONDS;
    }
}
