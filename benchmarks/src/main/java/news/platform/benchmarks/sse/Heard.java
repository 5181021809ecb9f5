package news.platform.benchmarks.sse;

import java.util.List;
import java.util.SortedMap;
import news.platform.benchmarks.load.Tail;

/**
 * What became of many clients.
 *
 * @param flashes by number
 * @param calm latencies, from the time that the live says, of what was published outside the bursts; its rate means nothing
 * @param breaks connections that ended before their client left
 * @param refusals by the beginning of the answer
 * @param resets events that told a client to begin anew
 */
public record Heard(
        List<Sequence> sequences,
        List<Flash> flashes,
        Tail calm,
        Tail burst,
        long breaks,
        SortedMap<String, Integer> refusals,
        long resets) {

    /**
     * Of one client.
     *
     * @param flashes the numbers of what it heard, in order
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sequence(int topic, int[] flashes) {}
}
