package news.platform.search.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Suggestions by what may be typed for them, in order: those of a beginning stand side by side. Immutable.
 *
 * @param typed what may be typed, sorted
 * @param meant what each is typed for, in the same order
 */
record Beginnings(String[] typed, Weighed[] meant) {
    static final Beginnings NONE = new Beginnings(new String[0], new Weighed[0]);

    /** However many begin so, no more are looked at. */
    private static final int MOST = 5000;

    private static final int LONGEST = 32;
    private static final Comparator<Map.Entry<Suggestion, Double>> LIKELIEST_FIRST = Comparator.comparing(
                    (Map.Entry<Suggestion, Double> entry) -> -entry.getValue())
            .thenComparing(entry -> entry.getKey().text())
            .thenComparing(entry -> entry.getKey().id());

    /** Of all that is offered. */
    static Beginnings of(Collection<Weighed> offered) {
        var pairs = new ArrayList<Map.Entry<String, Weighed>>();
        offered.forEach(weighed -> weighed.typed().forEach(text -> pairs.add(Map.entry(text, weighed))));
        pairs.sort(Map.Entry.comparingByKey());
        return new Beginnings(
                pairs.stream().map(Map.Entry::getKey).toArray(String[]::new),
                pairs.stream().map(Map.Entry::getValue).toArray(Weighed[]::new));
    }

    /** The weightiest that begin so. */
    List<Suggestion> find(String beginning, int limit) {
        Map<Suggestion, Double> weights = new HashMap<>();
        int first = first(beginning);
        for (int at = first; at < typed.length && at < first + MOST && typed[at].startsWith(beginning); at++) {
            weights.merge(meant[at].suggestion(), meant[at].weight(), Math::max);
        }
        // the least of the best comes first, and goes when there is a better one: of a single letter there are
        // thousands
        var best = new PriorityQueue<>(limit + 1, LIKELIEST_FIRST.reversed());
        weights.entrySet().forEach(entry -> {
            best.add(entry);
            if (best.size() > limit) {
                best.remove();
            }
        });
        return best.stream().sorted(LIKELIEST_FIRST).map(Map.Entry::getKey).toList();
    }

    private int first(String beginning) {
        int low = 0;
        int high = typed.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (typed[middle].compareTo(beginning) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A suggestion.
     *
     * @param typed what may be typed for it
     * @param weight the heavier the earlier
     */
    record Weighed(Suggestion suggestion, Set<String> typed, double weight) {
        Weighed {
            var cut = new LinkedHashSet<String>();
            typed.forEach(text -> cut.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
            cut.remove("");
            typed = Set.copyOf(cut);
        }

        Weighed weighing(double newWeight) {
            return new Weighed(suggestion, typed, newWeight);
        }
    }
}
