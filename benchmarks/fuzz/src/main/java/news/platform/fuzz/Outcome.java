package news.platform.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import news.platform.fuzz.verdict.Finding;

/**
 * What a run saw.
 *
 * @param statuses how many answers had each; 0 stands for none
 * @param operations how each was asked
 * @param faults answers at fault, alike or not
 * @param findings one of each kind
 * @param created ids of what was created, by operation
 */
public record Outcome(
        long seed,
        Duration took,
        SortedMap<Integer, Long> statuses,
        SortedMap<String, Asked> operations,
        long faults,
        List<Finding> findings,
        Map<String, List<String>> created) {

    /** Fewer requests may all be spoiled. */
    private static final long ENOUGH = 200;

    /**
     * Of one operation.
     *
     * @param successes how many answers were of 2xx
     */
    public record Asked(long requests, long successes) {
        Asked plus(Asked other) {
            return new Asked(requests + other.requests, successes + other.successes);
        }
    }

    /**
     * Each operation that refused whatever it was asked, though it was asked often: then the good requests are none, and the
     * spoiled ones try nothing but the first checks.
     *
     * @param closed those that are to refuse everything
     */
    public List<Finding> neverSuccessful(Set<String> closed) {
        return operations.entrySet().stream()
                .filter(operation -> !closed.contains(operation.getKey()))
                .filter(operation -> operation.getValue().successes() == 0
                        && operation.getValue().requests() >= ENOUGH)
                .map(operation -> new Finding(
                        "never a success",
                        operation.getValue().requests(),
                        operation.getKey(),
                        "whatever it was",
                        "no answer of 2xx"))
                .toList();
    }

    public long requests() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    public double rate() {
        return requests() / Math.max(0.001, took.toMillis() / 1000.0);
    }
}
