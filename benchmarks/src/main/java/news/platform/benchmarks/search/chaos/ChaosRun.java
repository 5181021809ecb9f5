package news.platform.benchmarks.search.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import news.platform.benchmarks.storm.Storm.Strike;

/**
 * What was seen while parts were killed.
 *
 * @param untold how often the feed did not say that it was a substitute
 * @param index what the index held in the end
 * @param readers of articles, in windows, while search-service and ranking-service alone were killed
 */
record ChaosRun(
        long seed, List<Strike> strikes, int untold, Flow flow, Indexed index, Views views, List<Readers> readers) {
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        complain(
                complaints,
                !index.left.equals(index.anew),
                "the index held %d articles and lives, one made anew holds %d, and they are not the same",
                index.left.items(),
                index.anew.items());
        complain(
                complaints,
                !index.settled,
                "two minutes after the last change an event was not sent, or the index still changed");
        complain(complaints, flow.refused > 0, "%d publications failed", flow.refused);
        complain(complaints, readFailures() > 0, "%d reads failed", readFailures());
        complain(complaints, untold > 0, "the feed did not say that it was a substitute");
        complain(
                complaints,
                views.counted != views.held,
                "rankings have counted %d of %d views that the topic holds",
                views.counted,
                views.held);
        complain(
                complaints,
                views.lost() > views.dropped + views.doubtful,
                "%d views were lost, of which %d were counted as dropped and at most %d may have been in a buffer",
                views.lost(),
                views.dropped,
                views.doubtful);
        return List.copyOf(complaints);
    }

    private static void complain(List<String> complaints, boolean so, String text, Object... values) {
        if (so) {
            complaints.add(String.format(Locale.ROOT, text, values));
        }
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
     * What happened to articles meanwhile.
     *
     * @param published that stood in the end
     * @param refused publications that were given up
     */
    record Flow(int published, int refused, Changes changes) {}

    /**
     * What a newsroom did.
     *
     * @param lives that it published
     * @param corrected articles and lives
     * @param recalled the same
     * @param refusals of any of these, by the last answer: then nothing was changed, or nobody knows
     */
    record Changes(int lives, int corrected, int recalled, SortedMap<String, Integer> refusals) {}

    /**
     * What could be found.
     *
     * @param left in the end
     * @param anew when the index was made anew then
     * @param settled whether nothing was on its way when it was looked at
     */
    record Indexed(Inventory left, Inventory anew, boolean settled) {}

    /**
     * Views, counted at each place.
     *
     * @param answered by 204, as the readers saw it
     * @param unanswered that the edge did not take, or nobody knows whether
     * @param held by the topic
     * @param counted in rankings
     * @param dropped by the edge, as it counted them
     * @param doubtful that the edge took within the second before it was killed
     */
    record Views(long answered, long unanswered, long held, long counted, long dropped, long doubtful) {
        /** At least. */
        long lost() {
            return Math.max(0, answered - held);
        }
    }
}
