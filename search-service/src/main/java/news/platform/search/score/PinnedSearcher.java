package news.platform.search.score;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** Scores by {@link Statistics}, not by what its index happens to hold. One search, one thread. */
public final class PinnedSearcher extends IndexSearcher {
    private final Statistics statistics;
    private final Map<String, CollectionStatistics> fields = new HashMap<>();

    /** Searches an index by what a search has pinned. */
    public PinnedSearcher(IndexReader reader, Statistics statistics) {
        super(reader);
        this.statistics = statistics;
        setSimilarity(new PinnedSimilarity(statistics.documents()));
        setQueryCache(null);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int pinned = statistics.frequency(term, docFreq);
        return new TermStatistics(term.bytes(), pinned, Math.max(pinned, totalTermFreq));
    }

    /** The same for each term of a question, so it is summed up over the segments once. */
    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        var known = fields.get(field);
        if (known == null) {
            known = super.collectionStatistics(field);
            if (known != null) {
                fields.put(field, known);
            }
        }
        return known;
    }

    /** Okapi BM25 with a fixed number of documents, of a fixed length on average. */
    private static final class PinnedSimilarity extends BM25Similarity {
        /** Of texts of the length of a news item; what is longer has to say a word more often. */
        private static final float AVERAGE_LENGTH = 400;

        private final long documents;

        PinnedSimilarity(long documents) {
            this.documents = documents;
        }

        @Override
        protected float avgFieldLength(CollectionStatistics local) {
            return AVERAGE_LENGTH;
        }

        @Override
        public Explanation idfExplain(CollectionStatistics local, TermStatistics term) {
            long frequency = Math.min(term.docFreq(), documents);
            return Explanation.match(
                    idf(frequency, documents), "rarity: in " + frequency + " of " + documents + " documents");
        }
    }
}
