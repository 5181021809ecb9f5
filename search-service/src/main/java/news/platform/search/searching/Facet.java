package news.platform.search.searching;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What found things have in common: the most frequent values of a field first. */
public record Facet(String field, List<Count> values) {
    /** How many values. */
    public static final int MOST = 20;

    /** Those of date: how old, at most. */
    public static final Map<String, Duration> AGES = Map.of(
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));

    /** In the order in which values are shown. */
    public static final Comparator<Count> MOST_FIRST =
            Comparator.comparing((Count count) -> -count.count()).thenComparing(Count::value);

    /** How many have a value. */
    public record Count(String value, int count) {}
}
