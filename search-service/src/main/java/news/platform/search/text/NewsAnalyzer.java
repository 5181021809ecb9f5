package news.platform.search.text;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts in Chinese, English and both apart. A word of an alphabet comes as written and, at the same place, as its stem; Chinese as
 * {@link HanFilter} says. What comes first at a place is there for each reading of the text; further tokens only sharpen it.
 */
public final class NewsAnalyzer extends Analyzer {
    private static final int LONGEST_WORD = 64;

    private enum Kind {
        TEXTS,
        QUERIES,
        WORDS
    }

    private final Kind kind;

    private NewsAnalyzer(Kind kind, ReuseStrategy reuse) {
        super(reuse);
        this.kind = kind;
    }

    /** For what is to be found. */
    public static NewsAnalyzer ofTexts() {
        return new NewsAnalyzer(Kind.TEXTS, GLOBAL_REUSE_STRATEGY);
    }

    /** For what is sought. */
    public static NewsAnalyzer ofQueries() {
        return new NewsAnalyzer(Kind.QUERIES, GLOBAL_REUSE_STRATEGY);
    }

    /** For the words of alphabets alone: Chinese comes as single characters, which saves the dearest part of it all. */
    public static NewsAnalyzer ofWords() {
        return new NewsAnalyzer(Kind.WORDS, GLOBAL_REUSE_STRATEGY);
    }

    /**
     * For what is sought by many short-lived threads, one at a time: what Lucene keeps for each thread, which is dear to make, would be made
     * for each search.
     */
    public static NewsAnalyzer ofQueriesInTurn() {
        return new NewsAnalyzer(Kind.QUERIES, new Held());
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        tokenizer.setMaxTokenLength(LONGEST_WORD);
        TokenStream tokens = new EnglishPossessiveFilter(
                kind == Kind.WORDS ? tokenizer : new HanFilter(tokenizer, kind == Kind.TEXTS));
        tokens = new KeywordRepeatFilter(tokens);
        tokens = new PorterStemFilter(tokens);
        return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(tokens));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new FoldingFilter(reader);
    }

    /** Keeps what the last one used for the next. */
    private static final class Held extends ReuseStrategy {
        private @Nullable TokenStreamComponents components;

        @Override
        public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return components;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, TokenStreamComponents made) {
            components = made;
        }
    }
}
