package news.platform.benchmarks.warmup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.platform.benchmarks.load.Histogram;

/**
 * One start of the gateway under observation; all times count from the order to start it.
 *
 * @param readySeconds until it said that it was ready
 * @param windows the load from then on
 */
record WarmUpRun(double readySeconds, List<Second> windows) {
    private static final double FAST = 0.90;
    private static final int CONFIRMING_WINDOWS = 3;
    private static final int FIRST_SECONDS = 5;

    /**
     * About a second of load.
     *
     * @param endSeconds when it ended
     */
    record Second(double endSeconds, double rate, long failures, Histogram latencies) {}

    /** When it was as fast as 90 % of this rate: with the two seconds after it, in the median. Infinite where it never was. */
    double fastSeconds(double steadyRate) {
        for (int i = 0; i + CONFIRMING_WINDOWS <= windows.size(); i++) {
            double rate = median(rates().subList(i, i + CONFIRMING_WINDOWS));
            if (windows.get(i).rate() >= FAST * steadyRate && rate >= FAST * steadyRate) {
                return windows.get(i).endSeconds();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Of all requests of the first five seconds of load. Infinite where none was answered. */
    double firstP99Millis() {
        Histogram latencies =
                windows.stream().limit(FIRST_SECONDS).map(Second::latencies).reduce(Histogram.empty(), Histogram::plus);
        return latencies.counts().isEmpty() ? Double.POSITIVE_INFINITY : latencies.millis(0.99);
    }

    /** The median of the last windows. */
    double lastRate(int count) {
        return median(rates().subList(Math.max(0, windows.size() - count), windows.size()));
    }

    long failures() {
        return windows.stream().mapToLong(Second::failures).sum();
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private List<Double> rates() {
        return windows.stream().map(Second::rate).toList();
    }
}
