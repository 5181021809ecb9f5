package news.platform.search.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.platform.search.index.Fields;
import news.platform.search.text.NewsAnalyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * What is shown of what was found: HTML in which only {@code <em>} is markup, whatever the texts say. Of a premium body that is
 * what everybody may read, because the index keeps no more of it.
 */
public final class Snippets extends UnifiedHighlighter {
    private static final int LONGEST_SEEN = 100_000;
    private static final int GOAL = 160;

    /** Where in a passage the first mark stands: at a third. */
    private static final float ALIGNED = 0.33f;

    private static final String[] FIELDS = {Fields.TITLE, Fields.SUMMARY, Fields.BODY};
    private static final int[] PASSAGES = {1, 1, 2};

    private final PassageFormatter formatter = new DefaultPassageFormatter("<em>", "</em>", " … ", true);

    private Snippets(Builder builder) {
        super(builder);
    }

    /** Of these documents, in their order. */
    public static List<Snippet> of(IndexSearcher searcher, Query marked, int[] documents) throws IOException {
        var snippets = new Snippets(bounded(UnifiedHighlighter.builder(searcher, NewsAnalyzer.ofTexts())));
        Map<String, String[]> all = snippets.highlightFields(FIELDS, marked, documents, PASSAGES);
        return IntStream.range(0, documents.length)
                .mapToObj(at -> new Snippet(
                        text(all, Fields.TITLE, at), best(text(all, Fields.BODY, at), text(all, Fields.SUMMARY, at))))
                .toList();
    }

    /** Of these texts, in their order. */
    public static List<Snippet> of(List<Texts> texts, Query marked) {
        var snippets = new Snippets(bounded(UnifiedHighlighter.builderWithoutSearcher(NewsAnalyzer.ofTexts())));
        return texts.stream()
                .map(text -> new Snippet(
                        snippets.marked(Fields.TITLE, text.title, marked, 1),
                        best(
                                snippets.marked(Fields.BODY, text.body, marked, 2),
                                snippets.marked(Fields.SUMMARY, text.summary, marked, 1))))
                .toList();
    }

    /** What is marked are single words: they need not be matched as a query once more in each document. */
    private static Builder bounded(Builder builder) {
        return builder.withMaxLength(LONGEST_SEEN).withWeightMatches(false);
    }

    private String marked(String field, String text, Query marked, int passages) {
        try {
            var found = text.isEmpty() ? null : highlightWithoutSearcher(field, marked, text, passages);
            return found == null ? "" : found.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
        return field.equals(Fields.BODY)
                ? LengthGoalBreakIterator.createClosestToLength(new Sentences(), GOAL, ALIGNED)
                : new WholeBreakIterator();
    }

    @Override
    protected PassageFormatter getFormatter(String field) {
        return formatter;
    }

    /** Where nothing is marked: the beginning. */
    @Override
    protected int getMaxNoHighlightPassages(String field) {
        return 1;
    }

    private static String best(String body, String summary) {
        return summary.contains("<em>") || body.isEmpty() || !body.contains("<em>") && !summary.isEmpty()
                ? summary
                : body;
    }

    private static String text(Map<String, String[]> all, String field, int at) {
        var texts = all.get(field);
        var text = texts == null ? null : texts[at];
        return text == null ? "" : text;
    }

    /** What is shown of an item, plain. */
    public record Texts(String title, String summary, String body) {}

    /** Both as HTML. */
    public record Snippet(String title, String text) {}
}
