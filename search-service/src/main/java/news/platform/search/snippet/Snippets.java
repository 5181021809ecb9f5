package news.platform.search.snippet;

import java.text.BreakIterator;
import news.platform.search.index.Fields;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** How texts become {@link Snippet}s: titles and summaries whole, of bodies what is around the words that were sought. */
abstract sealed class Snippets extends UnifiedHighlighter permits IndexSnippets, TextSnippets {
    private static final int LONGEST_SEEN = 100_000;
    private static final int GOAL = 160;

    /** Where in a passage the first mark stands: at a third. */
    private static final float ALIGNED = 0.33f;

    /** How many passages of a body are shown. */
    static final int BODY_PASSAGES = 2;

    private final PassageFormatter formatter = new DefaultPassageFormatter("<em>", "</em>", " … ", true);
    private final PassageScorer scorer = new PassageScores();

    Snippets(Builder builder) {
        super(bounded(builder));
    }

    /** What is marked are single words: they need not be matched as a query once more in each document. */
    private static Builder bounded(Builder builder) {
        return builder.withMaxLength(LONGEST_SEEN)
                .withWeightMatches(false)
                .withHighlightPhrasesStrictly(false)
                .withHandleMultiTermQuery(false);
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

    @Override
    protected PassageScorer getScorer(String field) {
        return scorer;
    }

    /** Where nothing is marked: the beginning. */
    @Override
    protected int getMaxNoHighlightPassages(String field) {
        return 1;
    }

    /** Of the text that says more about why it was found, the summary or the body. */
    static String best(String body, String summary) {
        return summary.contains("<em>") || body.isEmpty() || !body.contains("<em>") && !summary.isEmpty()
                ? summary
                : body;
    }
}
