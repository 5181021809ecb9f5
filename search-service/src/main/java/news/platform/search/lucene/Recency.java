package news.platform.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import news.platform.search.index.Fields;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/**
 * A score times how recent the document is: 1 for what is new, half of what is above the least after each half-life, never less than the
 * least.
 */
final class Recency extends DoubleValuesSource {
    private final long now;
    private final double halfLife;
    private final double least;

    /**
     * @param now when it is new
     * @param least from 0 to 1
     */
    Recency(Instant now, Duration halfLife, double least) {
        this.now = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        this.halfLife = micros(halfLife);
        this.least = least;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        var times = DocValues.getNumeric(leaf.reader(), Fields.TIME);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return scores.doubleValue() * factor(times.longValue());
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return times.advanceExact(document) && scores.advanceExact(document);
            }
        };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document, Explanation score) throws IOException {
        var times = DocValues.getNumeric(leaf.reader(), Fields.TIME);
        if (!times.advanceExact(document)) {
            return Explanation.noMatch("gone");
        }
        double factor = factor(times.longValue());
        double days = (now - times.longValue()) / (double) micros(Duration.ofDays(1));
        return Explanation.match(
                score.getValue().doubleValue() * factor,
                "text times recency",
                score,
                Explanation.match(factor, String.format(Locale.ROOT, "recency: %.1f days old", days)));
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recency that && now == that.now && halfLife == that.halfLife && least == that.least;
    }

    @Override
    public String toString() {
        return "recency";
    }

    private double factor(long time) {
        return least + (1 - least) * Math.pow(0.5, Math.max(0, now - time) / halfLife);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
