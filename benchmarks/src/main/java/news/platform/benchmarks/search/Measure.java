package news.platform.benchmarks.search;

import java.util.Locale;

/**
 * How one kind of question was answered.
 *
 * @param kind what was asked
 * @param asked how often
 * @param meanReciprocalRank the mean of 1 / the place of what was meant, 0 where it is not among the first ten
 * @param recall how often it is among the first ten, from 0 to 1
 */
record Measure(String kind, int asked, double meanReciprocalRank, double recall) {
    String line() {
        return String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f |", kind, asked, meanReciprocalRank, recall);
    }
}
