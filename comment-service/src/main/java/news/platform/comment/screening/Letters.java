package news.platform.comment.screening;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a character stands for, whatever it looks like: full width, mathematical or circled letters are the letters, traditional
 * characters the simplified ones, marks above and below are gone, and of characters that look alike one stands for all. Each
 * is looked at once and remembered. Thread-safe.
 */
final class Letters {
    /** Beyond these there are rare ideographs and nothing that passes for something else. */
    private static final int REMEMBERED = 0x20000;

    /** What Unicode has the Cyrillic and Greek k look like. */
    private static final char KRA = '\u0138';

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private final AtomicReferenceArray<String> known = new AtomicReferenceArray<>(REMEMBERED);

    /** The letters that it stands for, none for what is no letter. */
    String of(int codePoint) {
        if (codePoint >= REMEMBERED) {
            return folded(codePoint);
        }
        var letters = known.get(codePoint);
        if (letters == null) {
            letters = folded(codePoint);
            known.set(codePoint, letters);
        }
        return letters;
    }

    /** What a digit or sign stands for that is written instead of a Latin letter; 0 for none. */
    static char instead(int codePoint) {
        return switch (codePoint) {
            case '0' -> 'o';
            case '1', '|', '!' -> 'l';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            default -> 0;
        };
    }

    private static String folded(int codePoint) {
        var letters = new StringBuilder();
        DECOMPOSED
                .normalize(UCharacter.toString(codePoint))
                .codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> {
                    var one = SIMPLIFIED.transliterate(UCharacter.toString(letter));
                    // before and after: only the large or only the small letter may look like another
                    alike(alike(one)).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
                });
        return letters.toString();
    }

    private static String alike(String letters) {
        return UCharacter.toLowerCase(LOOK_ALIKES.getSkeleton(letters)).replace(KRA, 'k');
    }
}
