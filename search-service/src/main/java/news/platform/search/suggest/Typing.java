package news.platform.search.suggest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import news.platform.search.text.Folding;
import news.platform.search.text.Pinyin;
import news.platform.search.text.Unit;
import org.apache.lucene.analysis.Analyzer;
import org.springframework.util.function.SingletonSupplier;

/** What may be typed for a text: itself from the beginning or from a word on, and where it is Chinese its pinyin, whole or the initials. */
final class Typing {
    private static final int WORDS = 4;
    private static final int READ = 12;

    /** Takes a second or so to be made: not while the service starts. */
    private final Supplier<Pinyin> pinyin = SingletonSupplier.of(Pinyin::new);

    private final Analyzer analyzer;

    Typing(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    Set<String> of(String text) {
        var letters = Folding.letters(text);
        var typed = new LinkedHashSet<String>();
        starts(text, letters).forEach(start -> {
            var rest = letters.substring(start);
            typed.add(rest);
            var beginning = rest.substring(0, Math.min(READ, rest.length()));
            var full = pinyin.get().full(beginning);
            if (!full.equals(beginning)) {
                typed.add(full);
                typed.add(pinyin.get().initials(beginning));
            }
        });
        return typed;
    }

    /** Where the text begins and where its next words do. */
    private List<Integer> starts(String text, String letters) {
        var starts = new LinkedHashSet<Integer>();
        starts.add(0);
        int from = 0;
        for (var unit : Unit.all(analyzer, text, WORDS * WORDS)) {
            var begins = Folding.letters(unit.written());
            int at = begins.isEmpty() ? -1 : letters.indexOf(begins, from);
            if (at >= 0 && starts.size() < WORDS) {
                from = at;
                if (unit.isWord() || !unit.words().isEmpty()) {
                    starts.add(at);
                }
            }
        }
        return List.copyOf(starts);
    }
}
