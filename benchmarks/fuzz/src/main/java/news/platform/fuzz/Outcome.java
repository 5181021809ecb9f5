package news.platform.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import news.platform.fuzz.verdict.Finding;

/**
 * What a run saw.
 *
 * @param statuses how many answers had each; 0 stands for none
 * @param operations how many requests were made of each
 * @param faults answers at fault, alike or not
 * @param findings one of each kind
 * @param created ids of what was created, by operation
 */
public record Outcome(
        long seed,
        Duration took,
        SortedMap<Integer, Long> statuses,
        SortedMap<String, Long> operations,
        long faults,
        List<Finding> findings,
        Map<String, List<String>> created) {

    public long requests() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    public double rate() {
        return requests() / Math.max(0.001, took.toMillis() / 1000.0);
    }
}
