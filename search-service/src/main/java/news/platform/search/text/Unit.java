package news.platform.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * What stands at one place of a query.
 *
 * @param written as it is written: a word, or two Chinese characters
 * @param term by which it is found: the stem of a word, else as it is written
 * @param words the Chinese words that begin there, as the index has them
 */
public record Unit(String written, String term, List<String> words) {
    /** The units of a text, in their order, each once; no more than the limit. */
    public static List<Unit> of(Analyzer analyzer, String text, int limit) {
        return distinct(all(analyzer, text, limit));
    }

    /** Each once, as it comes first. */
    public static List<Unit> distinct(List<Unit> all) {
        Map<String, Unit> units = new LinkedHashMap<>();
        all.forEach(unit -> units.putIfAbsent(unit.written, unit));
        return List.copyOf(units.values());
    }

    /** The same, repeated where the text repeats them. */
    public static List<Unit> all(Analyzer analyzer, String text, int limit) {
        var units = new ArrayList<Unit>();
        try (var tokens = analyzer.tokenStream("query", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (units.size() <= limit && tokens.incrementToken()) {
                if (increment.getPositionIncrement() > 0 || units.isEmpty()) {
                    units.add(new Unit(term.toString(), term.toString(), List.of()));
                } else {
                    units.add(units.removeLast().with(term.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(units.subList(0, Math.min(limit, units.size())));
    }

    /** Whether it is of an alphabet. */
    public boolean isWord() {
        return !HanTable.has(written.charAt(0));
    }

    private Unit with(String more) {
        if (more.charAt(0) != HanFilter.WORD) {
            return new Unit(written, more, words);
        }
        var longer = new ArrayList<>(words);
        longer.add(more);
        return new Unit(written, term, List.copyOf(longer));
    }
}
