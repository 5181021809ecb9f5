package news.platform.benchmarks.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.sse.Heard;

/**
 * All that was seen.
 *
 * @param quiet readers before the clients came
 * @param beside readers beside them, outside the bursts
 * @param cores of the platform's parts and of this process, and of that the clients: 1 is a whole core
 * @param held by the gateway for each client before the first live came
 * @param upstreams calls that fill the gateway's stream
 * @param refusals of lives that could not be published, by the last answer
 */
record LiveRun(
        LivePace pace,
        Readers quiet,
        Readers beside,
        Heard heard,
        Audit audit,
        Map<String, Double> cores,
        Held held,
        Slow slow,
        int upstreams,
        SortedMap<String, Integer> refusals,
        Optional<Turns.Pair> turns) {
    private static final double CALM_MILLIS = 250;
    private static final double BURST_MILLIS = 1000;
    private static final double CPU_RATIO = 2.5;
    private static final double MEMORY_RATIO = 2;
    /** Two tails of a busy machine differ by so much for no reason. */
    private static final double FLOOR_MILLIS = 5;

    /** Clients that take a byte a second. */
    record Slow(int clients, int cutOff) {}

    double cpuRatio() {
        return turns.map(pair ->
                        Turn.median(pair.gateway(), Turn::cpuMicros) / Turn.median(pair.nginx(), Turn::cpuMicros))
                .orElse(0.0);
    }

    double memoryRatio() {
        return turns.map(pair -> Turn.median(pair.gateway(), Turn::bytes) / Turn.median(pair.nginx(), Turn::bytes))
                .orElse(0.0);
    }

    /** What is not as it should be, empty where all is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>(audit.complaints());
        require(heard.calm().p99Millis(), CALM_MILLIS, "p99 in ms outside the bursts", complaints);
        require(heard.burst().p99Millis(), BURST_MILLIS, "p99 in ms within the bursts", complaints);
        compare("cached", quiet.cached(), beside.cached(), complaints);
        compare("uncached", quiet.uncached(), beside.uncached(), complaints);
        require(cpuRatio(), CPU_RATIO, "processor time of a delivery by nginx's", complaints);
        require(memoryRatio(), MEMORY_RATIO, "memory of a client by nginx's", complaints);
        if (heard.breaks() + heard.resets() > 0) {
            complaints.add(heard.breaks() + " streams broke, " + heard.resets() + " were reset");
        }
        if (!refusals.isEmpty()) {
            complaints.add("lives could not be published: " + refusals);
        }
        if (upstreams != 1) {
            complaints.add(upstreams + " calls fill the gateway's stream (expected: 1)");
        }
        if (slow.cutOff() < slow.clients()) {
            complaints.add(
                    "%d of %d clients that take a byte a second were cut off".formatted(slow.cutOff(), slow.clients()));
        }
        turns.ifPresent(pair -> {
            long wrong = pair.gateway().stream().mapToLong(Turn::wrong).sum();
            if (wrong > 0) {
                complaints.add(wrong + " events too few or too many in the gateway's turns");
            }
        });
        return complaints;
    }

    private static void compare(String name, Tail before, Tail during, List<String> complaints) {
        if (during.failures() > 0) {
            complaints.add(during.failures() + " " + name + " reads failed");
        }
        require(
                during.p99Millis(),
                2 * before.p99Millis() + FLOOR_MILLIS,
                "p99 in ms of " + name + " reads",
                complaints);
    }

    private static void require(double value, double most, String what, List<String> complaints) {
        if (value > most) {
            complaints.add(String.format(Locale.ROOT, "%s: %.1f (expected: <= %.1f)", what, value, most));
        }
    }
}
