package news.platform.benchmarks.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests took how long, as the closed loop saw it. Runs can be put together.
 *
 * @param counts by microseconds
 */
public record Histogram(SortedMap<Long, Long> counts) {
    private static final Pattern LINE = Pattern.compile("(?m)^latency (\\d+) (\\d+)$");

    /** Of no request. */
    public static Histogram empty() {
        return new Histogram(new TreeMap<>());
    }

    static Histogram parse(String output) {
        Histogram histogram = empty();
        Matcher matcher = LINE.matcher(output);
        while (matcher.find()) {
            histogram.counts.merge(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), Long::sum);
        }
        return histogram;
    }

    /** Both together. */
    public Histogram plus(Histogram other) {
        SortedMap<Long, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((micros, count) -> sum.merge(micros, count, Long::sum));
        return new Histogram(sum);
    }

    /** The latency that this part of all requests did not exceed, 0 where there were none. */
    public double millis(double part) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= part * all) {
                return entry.getKey() / 1000.0;
            }
        }
        return 0;
    }
}
