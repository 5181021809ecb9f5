package news.platform.ranking.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text says, in small: the words of scripts that put blanks between them, in lower case and without those that say nothing,
 * and each two neighbouring characters of Chinese.
 */
public final class Words {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int SHORTEST = 2;
    private static final Set<String> EMPTY = Set.of(
            "about", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "for", "from",
            "had", "has", "have", "how", "if", "in", "into", "is", "it", "its", "may", "more", "most", "new", "no",
            "not", "of", "on", "or", "over", "said", "say", "says", "so", "than", "that", "the", "their", "they",
            "this", "to", "up", "was", "were", "what", "when", "which", "who", "why", "will", "with", "would", "you");

    private Words() {}

    /** In their order, as often as they stand there. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var runs = RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (runs.find()) {
            if (UnicodeScript.of(runs.group().codePointAt(0)) == UnicodeScript.HAN) {
                addPairs(runs.group(), words);
            } else if (runs.group().length() >= SHORTEST && !EMPTY.contains(runs.group())) {
                words.add(runs.group());
            }
        }
        return words;
    }

    /** A character that stands alone is a pair with nothing. */
    private static void addPairs(String run, List<String> words) {
        int[] characters = run.codePoints().toArray();
        for (int at = 0; at == 0 || at + 1 < characters.length; at++) {
            words.add(new String(characters, at, Math.min(2, characters.length - at)));
        }
    }
}
