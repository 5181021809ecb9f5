package news.platform.benchmarks.search.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;

/**
 * What was seen under load.
 *
 * @param openSearch the URL of the OpenSearch that finds; empty where search-service's own index does
 * @param items how many there were to be found when it began
 * @param quiet suggestions before it
 * @param open the open loop
 * @param lower the same at lower rates, where it did not hold, until one held
 * @param closed the closed loop
 * @param flow what was published meanwhile
 * @param cores how much of a core each part took during the open loop
 * @param before of search-service, beside nothing
 * @param after the same in the end
 */
record LoadRun(
        LoadPace pace,
        String openSearch,
        int items,
        Tail quiet,
        Open open,
        List<Open> lower,
        Closed closed,
        Flow flow,
        Map<String, Double> cores,
        Footprint before,
        Footprint after) {
    static final int SEARCHES = 500;
    /** What is tried where that does not hold, in this order. */
    static final List<Integer> LOWER = List.of(400, 300, 200, 100);

    static final int SUGGESTIONS = 50;
    static final int ARTICLES = 50;
    static final int CONNECTIONS = 16;
    private static final double FOUND_MILLIS = 2000;
    private static final double SEARCH_MILLIS = 100;
    private static final double SUGGEST_MILLIS = 20;
    /** Of what is published in the open loop; the last ones are found after it. */
    private static final double SEEN = 0.9;
    /** What the documents that are added weigh in the heap, and what caches keep. */
    private static final double LIVE_BYTES = 24e6;

    List<String> complaints() {
        var complaints = new ArrayList<String>();
        add(complaints, flow.missing > 0, "%d articles were not found", flow.missing);
        add(complaints, flow.refused > 0, "%d publications failed", flow.refused);
        slow(complaints, "publish → found", open.found, FOUND_MILLIS);
        add(
                complaints,
                open.found.requests() < ARTICLES * pace.seconds() * SEEN,
                "publish → found: %d were seen in the time of the open loop",
                open.found.requests());
        slow(complaints, "searches", open.searches, SEARCH_MILLIS);
        slow(complaints, "suggestions, quiet", quiet, SUGGEST_MILLIS);
        slow(complaints, "suggestions beside searches", open.suggestions, SUGGEST_MILLIS);
        add(
                complaints,
                closed.searches.failures() > 0,
                "%d searches of the closed loop failed",
                closed.searches.failures());
        add(
                complaints,
                closed.searches.p99Millis() >= SEARCH_MILLIS,
                "searches of the closed loop: p99 %.1f ms",
                closed.searches.p99Millis());
        double grown = after.liveBytes - before.liveBytes;
        add(complaints, grown > LIVE_BYTES, "the live heap grew by %.1f MB", grown / 1e6);
        return List.copyOf(complaints);
    }

    private static void slow(List<String> complaints, String what, Tail tail, double most) {
        add(complaints, tail.failures() > 0, "%s: %d failed", what, tail.failures());
        add(complaints, tail.p99Millis() >= most, "%s: p99 %.1f ms (expected: < %.0f)", what, tail.p99Millis(), most);
    }

    private static void add(List<String> complaints, boolean so, String text, Object... values) {
        if (so) {
            complaints.add(String.format(Locale.ROOT, text, values));
        }
    }

    /**
     * By the open loop, beside which articles were published.
     *
     * @param rate searches a second
     */
    record Open(int rate, Tail searches, Tail suggestions, Tail found) {
        boolean holds(int seconds) {
            return searches.failures() == 0
                    && searches.p99Millis() < SEARCH_MILLIS
                    && found.requests() >= ARTICLES * seconds * SEEN
                    && found.p99Millis() < FOUND_MILLIS;
        }
    }

    /** By the closed loop, beside the same. */
    record Closed(Shot searches, Tail found) {}

    /**
     * What was published.
     *
     * @param refusedLooks for what was published
     */
    record Flow(int published, int missing, int refused, int refusedLooks) {}

    /** What a process holds. */
    record Footprint(double residentBytes, double liveBytes) {}
}
