package news.platform.benchmarks.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.benchmarks.sse.Flash;
import news.platform.benchmarks.sse.Heard;

/**
 * Whether each client heard all that its filter lets through, once and in order. What that is: whatever a publisher was told
 * of, and whatever another client with the same filter heard. Order is that of positions, which must be the publishers', too.
 *
 * @param lives versions of lives, published or heard
 * @param deliveries events heard, by all clients together
 * @param missed events that a client should have heard and did not
 * @param repeated those that it heard again
 * @param disordered those that came behind a later one
 * @param foreign those that its filter does not let through
 * @param overtaken lives that stand before one that was answered before they were asked for
 * @param doubled lives that one request published twice
 */
public record Audit(
        int lives,
        long deliveries,
        long missed,
        long repeated,
        long disordered,
        long foreign,
        long overtaken,
        long doubled) {

    public static Audit of(Heard heard, List<Published> published) {
        Set<String> known = heard.flashes().stream().map(Flash::id).collect(Collectors.toSet());
        List<Published> unheard =
                published.stream().filter(live -> !known.contains(live.id())).toList();
        Map<Integer, Long> expected = heard.flashes().stream()
                .collect(Collectors.groupingBy(Flash::topic, HashMap::new, Collectors.counting()));
        unheard.forEach(live -> expected.merge(live.topic(), 1L, Long::sum));
        Count count = new Count(heard.flashes());
        heard.sequences().forEach(sequence -> count.add(sequence, expected.getOrDefault(sequence.topic(), 0L)));
        return new Audit(
                heard.flashes().size() + unheard.size(),
                count.deliveries,
                count.missed,
                count.repeated,
                count.disordered,
                count.foreign,
                overtaken(heard, published),
                doubled(heard.flashes()));
    }

    /** What is not as it should be, empty where all is. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        complain(missed, "events were missed", complaints);
        complain(repeated, "events came again", complaints);
        complain(disordered, "events came behind a later one", complaints);
        complain(foreign, "events came to clients whose filter does not let them through", complaints);
        complain(overtaken, "lives stand before one that was published before they were sent", complaints);
        complain(doubled, "lives were published twice", complaints);
        return complaints;
    }

    private static void complain(long count, String what, List<String> complaints) {
        if (count > 0) {
            complaints.add(count + " " + what);
        }
    }

    private static long overtaken(Heard heard, List<Published> published) {
        Map<String, Long> positions = new HashMap<>();
        heard.flashes().forEach(flash -> positions.putIfAbsent(flash.id(), flash.position()));
        List<Published> ordered = published.stream()
                .filter(live -> positions.containsKey(live.id()))
                .sorted(Comparator.comparing(live -> positions.getOrDefault(live.id(), 0L)))
                .toList();
        long lastSent = Long.MIN_VALUE;
        long overtaken = 0;
        for (Published live : ordered) {
            overtaken += live.answeredMicros() < lastSent ? 1 : 0;
            lastSent = Math.max(lastSent, live.sentMicros());
        }
        return overtaken;
    }

    private static long doubled(List<Flash> flashes) {
        List<Flash> first = flashes.stream()
                .filter(flash -> flash.topic() >= 0 && flash.version() == 1)
                .toList();
        return first.size() - first.stream().map(Flash::title).distinct().count();
    }

    /** Of all clients, one after the other. */
    private static final class Count {
        private final List<Flash> flashes;
        private long deliveries;
        private long missed;
        private long repeated;
        private long disordered;
        private long foreign;

        private Count(List<Flash> flashes) {
            this.flashes = flashes;
        }

        private void add(Heard.Sequence sequence, long expected) {
            Set<Integer> seen = new HashSet<>();
            long last = Long.MIN_VALUE;
            for (int number : sequence.flashes()) {
                Flash flash = flashes.get(number);
                deliveries++;
                if (flash.topic() != sequence.topic()) {
                    foreign++;
                } else if (!seen.add(number)) {
                    repeated++;
                } else {
                    disordered += flash.position() < last ? 1 : 0;
                    last = Math.max(last, flash.position());
                }
            }
            missed += expected - seen.size();
        }
    }
}
