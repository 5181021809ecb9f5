package news.platform.benchmarks.search.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.search.IndexManagement.Inventory;

/**
 * What was seen while parts were killed.
 *
 * @param left what the index held in the end
 * @param anew what one holds that was made anew then
 * @param readers of articles, in windows
 */
record ChaosRun(long seed, List<Strike> strikes, Flow flow, Inventory left, Inventory anew, List<Readers> readers) {
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        if (!left.equals(anew)) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "the index held %d articles and lives, one made anew holds %d, and they are not the same",
                    left.items(),
                    anew.items()));
        }
        if (flow.refused > 0) {
            complaints.add(flow.refused + " publications failed");
        }
        if (readFailures() > 0) {
            complaints.add(readFailures() + " reads failed");
        }
        strikes.stream()
                .filter(strike -> !strike.told)
                .forEach(_ -> complaints.add("the feed did not say that it was a substitute"));
        return List.copyOf(complaints);
    }

    long reads() {
        return readers.stream()
                .mapToLong(
                        window -> window.cached().requests() + window.uncached().requests())
                .sum();
    }

    long readFailures() {
        return readers.stream()
                .mapToLong(
                        window -> window.cached().failures() + window.uncached().failures())
                .sum();
    }

    /** Of the worst window. */
    double worstMillis() {
        return readers.stream()
                .mapToDouble(window ->
                        Math.max(window.cached().p99Millis(), window.uncached().p99Millis()))
                .max()
                .orElse(0);
    }

    /**
     * One kill.
     *
     * @param downSeconds until it was ready again
     * @param told whether those who use it were told
     */
    record Strike(String part, double downSeconds, boolean told) {}

    /** What happened to articles meanwhile. */
    record Flow(int published, int changed, int refused) {}
}
