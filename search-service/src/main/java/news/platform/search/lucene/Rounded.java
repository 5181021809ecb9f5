package news.platform.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/** A score to three digits: sums that were added up in another order are the same, and time decides between equals. */
final class Rounded extends DoubleValuesSource {
    private static final double STEPS = 1000;

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) {
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return rounded(scores.doubleValue());
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return scores.advanceExact(document);
            }
        };
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document, Explanation score) {
        return Explanation.match(rounded(score.getValue().doubleValue()), "rounded", score);
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
        return Rounded.class.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rounded;
    }

    @Override
    public String toString() {
        return "rounded";
    }

    private static double rounded(double score) {
        return Math.rint(score * STEPS) / STEPS;
    }
}
