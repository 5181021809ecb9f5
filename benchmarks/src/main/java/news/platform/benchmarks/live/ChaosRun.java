package news.platform.benchmarks.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.sse.Heard;

/**
 * All that was seen while parts died.
 *
 * @param refusals of lives that could not be published, by the last answer
 */
record ChaosRun(
        long seed, int clients, List<Strike> strikes, Heard heard, Audit audit, SortedMap<String, Integer> refusals) {
    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>(audit.complaints());
        for (Strike strike : strikes) {
            if (strike.unserved() > 0) {
                complaints.add(
                        strike.unserved() + " clients were not served again after " + strike.part() + " was back");
            } else if (strike.servedSeconds() > strike.limit()) {
                complaints.add(String.format(
                        Locale.ROOT,
                        "served again %.1f s after %s was back (expected: <= %.0f)",
                        strike.servedSeconds(),
                        strike.part(),
                        strike.limit()));
            }
        }
        if (heard.resets() > 0) {
            complaints.add(heard.resets() + " clients were told to begin anew");
        }
        if (!refusals.isEmpty()) {
            complaints.add("lives could not be published: " + refusals);
        }
        return complaints;
    }
}
