package news.platform.search.searching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import news.platform.search.index.Fields;
import news.platform.search.question.Question;
import news.platform.search.text.NewsAnalyzer;
import news.platform.search.text.Unit;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/**
 * What a question consists of, and what weighs how much, whichever engine answers it; docs/search.md explains it. No question costs more
 * than a few dozen terms. Thread-safe.
 */
@Component
public final class Wording {
    /** Of a word as it is written, beside its stem. */
    public static final float EXACT_FORM = 0.3f;

    /** Of a Chinese word, beside its pairs of characters. */
    public static final float WHOLE_WORD = 0.5f;

    /** Of what names an instrument or a tag. */
    public static final float INSTRUMENT = 4;

    /** Of what stands together in the title as it does in the question. */
    public static final float TITLE_PHRASE = 2;

    /** The same in the body. */
    public static final float BODY_PHRASE = 1;

    /** Of a question that is the title. */
    public static final float EXACT_TITLE = 1000;

    /** Of one that is an instrument. */
    public static final float EXACT_CODE = 500;

    /** How many words may stand between those that stand together. */
    public static final int SLOP = 1;

    private static final int UNITS = 48;
    private static final int LONGEST_PHRASE = 16;

    /** Texts that were taken apart last: each search asks for its own several times. */
    private static final int KNOWN = 200;

    /** Those that nobody uses at the moment. */
    private final Queue<NewsAnalyzer> analyzers = new ConcurrentLinkedQueue<>();

    private final Map<String, List<Unit>> known = Collections.synchronizedMap(new LinkedHashMap<>(KNOWN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Unit>> eldest) {
            return size() > KNOWN;
        }
    });

    private final SearchProperties properties;

    public Wording(SearchProperties properties) {
        this.properties = properties;
    }

    /** What recency weighs, and how long is looked. */
    public SearchProperties properties() {
        return properties;
    }

    /** One of these may be missing of a few, four of ten: misspelled, or another's word for it. */
    public static int enough(int units) {
        return units <= 2 ? units : Math.max(2, Math.min(units - 1, units * 3 / 5));
    }

    /** The words and pairs of characters of a text, each once. */
    public List<Unit> units(String text) {
        return Unit.distinct(said(text));
    }

    /** The same in their order, of what is to be there word for word. */
    public List<Unit> said(String text) {
        var units = known.get(text);
        if (units == null) {
            units = taken(text);
            known.put(text, units);
        }
        return units;
    }

    /** The same of what had better stand together; empty where that is a single one, or too long. */
    public List<Unit> phrase(String words) {
        var units = said(words);
        return units.size() > 1 && units.size() <= LONGEST_PHRASE ? units : List.of();
    }

    /** Whether it says anything that could be found. */
    public boolean isAnswerable(Question question) {
        return !units(question.text()).isEmpty()
                || !question.symbols().isEmpty()
                || !question.authors().isEmpty();
    }

    /** The terms of what is shown that answer it: what is marked there. */
    public Query marked(Question question) {
        var terms = new BooleanQuery.Builder();
        for (var unit : units(question.text())) {
            for (var field : List.of(Fields.TITLE, Fields.SUMMARY, Fields.BODY)) {
                Stream.of(unit.term(), unit.written())
                        .distinct()
                        .forEach(term -> terms.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
            }
        }
        return terms.build();
    }

    /** The words of an alphabet, as written. */
    public List<String> words(Question question) {
        return units(question.text()).stream()
                .filter(Unit::isWord)
                .map(Unit::written)
                .toList();
    }

    private List<Unit> taken(String text) {
        var free = analyzers.poll();
        var analyzer = free == null ? NewsAnalyzer.ofQueriesInTurn() : free;
        try {
            return Unit.all(analyzer, text, UNITS);
        } finally {
            analyzers.add(analyzer);
        }
    }
}
