package news.platform.work.tally;

import java.util.Map;

/**
 * What was counted of one key.
 *
 * @param key of what
 * @param counts by measure, all that were ever changed but for some that are zero
 * @param version rises with each count of the key
 */
public record Count(String key, Map<String, Long> counts, long version) {
    /** Copies the map. */
    public Count {
        counts = Map.copyOf(counts);
    }

    /** How many of this measure; zero where there were none. */
    public long of(String measure) {
        return counts.getOrDefault(measure, 0L);
    }
}
