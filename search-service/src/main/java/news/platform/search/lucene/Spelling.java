package news.platform.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import news.platform.search.index.Fields;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;

/** Offers words that there are for words that nobody may read anywhere, most likely because they are misspelled. Thread-safe. */
final class Spelling {
    private final DirectSpellChecker checker = new DirectSpellChecker();

    /** The text with other words, empty where there are none to offer. */
    String instead(IndexReader reader, String text, List<String> words) throws IOException {
        var instead = text.toLowerCase(Locale.ROOT);
        boolean changed = false;
        for (var word : words) {
            var alike = checker.suggestSimilar(
                    new Term(Fields.SPELLING, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            if (alike.length > 0) {
                changed = true;
                instead = instead.replace(word, alike[0].string);
            }
        }
        return changed ? instead : "";
    }
}
