package news.platform.benchmarks.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that was seen.
 *
 * @param ticks in the minute, by the topic
 * @param candles those that were compared
 * @param wrong what of them differs, some of it
 * @param calm how old quotes were when shown, outside the crash
 * @param crash what a crash of the service did
 * @param cores of the platform's parts: 1 is a whole core
 * @param megabytes of market-service and gateway at the beginning and at the end
 */
record MarketRun(
        int clients,
        int symbolsEach,
        long ticks,
        int candles,
        List<String> wrong,
        Shown calm,
        Crash crash,
        Map<String, Double> cores,
        Map<String, List<Long>> megabytes) {
    private static final int OLDEST_MILLIS = 500;
    private static final double SERVED_SECONDS = 10;
    private static final double LEAST_TICKS = 60 * 2000 * 0.95;

    /**
     * Events and quotes.
     *
     * @param quotes with a price that their client had not been shown; ages are theirs
     * @param again with one that it had, and something else that was new
     */
    record Shown(long events, long quotes, long again, int p50Millis, int p99Millis, int maxMillis, long older) {
        static Shown of(Ages ages, long events) {
            return new Shown(
                    events,
                    ages.count(),
                    ages.again(),
                    ages.millis(0.5),
                    ages.millis(0.99),
                    ages.millis(1),
                    ages.count(OLDEST_MILLIS + 1));
        }
    }

    /**
     * A crash.
     *
     * @param servedSeconds from the service's readiness until the last client was shown something
     * @param unserved clients that never were
     * @param breaks streams that broke
     */
    record Crash(double downSeconds, double servedSeconds, int unserved, long breaks) {}

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        require(wrong.isEmpty(), wrong.size() + " of " + candles + " candles are wrong: " + wrong, complaints);
        require(ticks >= LEAST_TICKS, ticks + " ticks in the minute (expected: 120,000, about)", complaints);
        require(calm.older == 0, calm.older + " quotes were older than 500 ms when shown", complaints);
        require(crash.unserved == 0, crash.unserved + " clients were shown nothing after the crash", complaints);
        require(
                crash.servedSeconds <= SERVED_SECONDS,
                String.format(Locale.ROOT, "served again %.1f s after it was back", crash.servedSeconds),
                complaints);
        return complaints;
    }

    private static void require(boolean good, String otherwise, List<String> complaints) {
        if (!good) {
            complaints.add(otherwise);
        }
    }
}
