package news.platform.search.lucene;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.platform.search.index.Fields;
import news.platform.search.index.Headlines;
import news.platform.search.index.Indexes;
import news.platform.search.question.Question;
import news.platform.search.score.PinnedSearcher;
import news.platform.search.score.Statistics;
import news.platform.search.searching.Explained;
import news.platform.search.searching.Finding;
import news.platform.search.searching.Hit;
import news.platform.search.searching.Part;
import news.platform.search.searching.Place;
import news.platform.search.searching.Search;
import news.platform.search.searching.Wording;
import news.platform.search.snippet.IndexSnippets;
import news.platform.work.Bulkhead;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds in this replica's own index. Thread-safe. */
public final class LuceneFinding implements Finding {
    private static final SortField BY_TIME = new SortField(Fields.TIME, SortField.Type.LONG, true);
    private static final SortField BY_KEY = new SortField(Fields.KEY, SortField.Type.STRING);
    private static final Sort RELEVANT_FIRST = new Sort(SortField.FIELD_SCORE, BY_TIME, BY_KEY);
    private static final Sort NEWEST_FIRST = new Sort(BY_TIME, BY_KEY);

    /**
     * Searches wait for nothing but a processor: six at once on two took half as much again of them for each as two did. Two on a single one, so
     * that a slow search never holds up all others. Who has waited for as long as a search may take is refused.
     */
    private final Bulkhead processors;

    private final Indexes indexes;
    private final Wording wording;
    private final Queries queries;
    private final Spelling spelling = new Spelling();
    private final Clock clock;

    public LuceneFinding(Indexes indexes, Wording wording, Clock clock) {
        this.indexes = indexes;
        this.wording = wording;
        this.queries = new Queries(wording);
        this.clock = clock;
        this.processors = new Bulkhead(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                wording.properties().timeLimit(),
                "Too many searches at once for now.");
    }

    @Override
    public boolean isComplete() {
        return indexes.isComplete();
    }

    @Override
    public List<Explained> explain(Search search, Question question, int limit) {
        return indexes.read(index -> index.read(open -> {
            var now = clock.instant();
            var searcher = searcher(open, Statistics.first(open.getIndexReader().maxDoc()));
            var query = queries.of(question, search.filter(), now);
            var found = searcher.search(query, limit, RELEVANT_FIRST, true).scoreDocs;
            var hits = hits(searcher, question, found, false);
            var explained = new ArrayList<Explained>();
            for (int at = 0; at < found.length; at++) {
                explained.add(new Explained(
                        hits.get(at), searcher.explain(query, found[at].doc).toString()));
            }
            return explained;
        }));
    }

    @Override
    public Part part(Search search, Question question, Optional<Place> after, int limit) {
        return processors.run(() -> found(search, question, after, limit));
    }

    private Part found(Search search, Question question, Optional<Place> after, int limit) {
        return indexes.read(index -> index.read(open -> {
            var start = after.map(Place::start).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
            var statistics = after.map(place -> Statistics.of(place.statistics()))
                    .orElseGet(() -> Statistics.first(open.getIndexReader().maxDoc()));
            var searcher = searcher(open, statistics);
            searcher.setTimeout(
                    new QueryTimeoutImpl(wording.properties().timeLimit().toMillis()));
            var query = queries.of(question, search.filter(), start);
            var facets = after.isEmpty() ? new Facets(start) : null;
            var found = found(searcher, query, collecting(search, after, limit), facets);
            return new Part(
                    hits(searcher, question, found.scoreDocs, search.newestFirst()),
                    start,
                    statistics.toString(),
                    facets == null ? after.orElseThrow().total() : facets.total(),
                    facets == null ? List.of() : facets.all(),
                    facets != null && facets.total() == 0
                            ? spelling.instead(searcher.getIndexReader(), search.text(), wording.words(question))
                            : "",
                    searcher.timedOut());
        }));
    }

    private static IndexSearcher searcher(IndexSearcher open, Statistics statistics) {
        return new PinnedSearcher(open.getIndexReader(), statistics);
    }

    private static TopFieldCollectorManager collecting(Search search, Optional<Place> after, int limit) {
        var sort = search.newestFirst() ? NEWEST_FIRST : RELEVANT_FIRST;
        return new TopFieldCollectorManager(
                sort,
                limit,
                after.map(place -> behind(place, search.newestFirst())).orElse(null),
                limit);
    }

    private static FieldDoc behind(Place place, boolean newestFirst) {
        var key = new BytesRef(place.key());
        Object[] values =
                newestFirst ? new Object[] {place.time(), key} : new Object[] {place.score(), place.time(), key};
        return new FieldDoc(Integer.MAX_VALUE, place.score(), values);
    }

    private static TopFieldDocs found(
            IndexSearcher searcher, Query query, CollectorManager<?, TopFieldDocs> collecting, @Nullable Facets facets)
            throws IOException {
        if (facets == null) {
            return searcher.search(query, collecting);
        }
        return (TopFieldDocs) searcher.search(query, new MultiCollectorManager(collecting, facets))[0];
    }

    private List<Hit> hits(IndexSearcher searcher, Question question, ScoreDoc[] found, boolean newestFirst)
            throws IOException {
        var documents = Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
        if (documents.length == 0) {
            return List.of();
        }
        var snippets = IndexSnippets.of(searcher, wording.marked(question), documents);
        var hits = new ArrayList<Hit>();
        for (int at = 0; at < found.length; at++) {
            var values = ((FieldDoc) found[at]).fields;
            hits.add(new Hit(
                    ((BytesRef) values[values.length - 1]).utf8ToString(),
                    Headlines.title(searcher, found[at].doc),
                    snippets.get(at),
                    (Long) values[values.length - 2],
                    newestFirst ? 0 : (Float) values[0]));
        }
        return hits;
    }
}
