package news.platform.comment.screening;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How a word is written by who does not want it to be found. */
final class Disguises {
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final Transliterator FULL_WIDTH = Transliterator.getInstance("Halfwidth-Fullwidth");
    private static final Map<String, String> LOOK_ALIKES = Map.ofEntries(
            Map.entry("a", "\u0430"),
            Map.entry("b", "\u0184"),
            Map.entry("c", "\u0441"),
            Map.entry("d", "\u0501"),
            Map.entry("h", "\u04bb"),
            Map.entry("i", "1"),
            Map.entry("k", "\u043a"),
            Map.entry("m", "\u217f"),
            Map.entry("s", "\u0455"),
            Map.entry("t", "7"),
            Map.entry("u", "\u057d"));

    private Disguises() {}

    /** Each kind, as {@code text} in it. */
    static Map<String, String> of(String text) {
        var kinds = new LinkedHashMap<String, UnaryOperator<String>>();
        kinds.put("traditional", TRADITIONAL::transliterate);
        kinds.put("full width", FULL_WIDTH::transliterate);
        kinds.put("zero width between", word -> between(word, "\u200b"));
        kinds.put("combining marks", word -> between(word, "\u0336"));
        kinds.put("punctuation between", word -> between(word, "."));
        kinds.put("digits and spaces between", word -> between(word, word.matches("[\\x00-\\x7f]+") ? " " : "6 "));
        kinds.put("look-alikes", Disguises::lookingAlike);
        kinds.put("all at once", word -> between(TRADITIONAL.transliterate(FULL_WIDTH.transliterate(word)), "\u2060*"));
        var disguised = new LinkedHashMap<String, String>();
        kinds.forEach((kind, disguise) -> disguised.put(kind, disguise.apply(text)));
        return disguised;
    }

    private static String between(String word, String filler) {
        return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(filler));
    }

    /** Latin letters by others that look like them, ideographs by their compatibility forms and radicals where there are any. */
    private static String lookingAlike(String word) {
        return word.toLowerCase()
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> LOOK_ALIKES.getOrDefault(letter, letter))
                .collect(Collectors.joining())
                .replace("人", "\u2f08")
                .replace("子", "\u2f26")
                .replace("小", "\u2f29")
                .replace("口", "\u2f1d");
    }
}
