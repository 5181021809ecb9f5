package news.platform.search.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * What is the same to somebody who searches: large and small letters, full and half width, traditional and simplified characters,
 * Latin letters with and without marks. One character stands for one, so that a place in the folded text is that place in the text.
 */
public final class Folding {
    private static final char[] FOLDED = table();

    private Folding() {}

    /** The character that this one counts as. */
    public static char of(char character) {
        return FOLDED[character];
    }

    /** The text with each character as what it counts as. */
    public static String of(String text) {
        var folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = FOLDED[folded[at]];
        }
        return new String(folded);
    }

    /** The text's letters and digits alone, folded: by this two headlines are the same. */
    public static String letters(String text) {
        var letters = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char folded = FOLDED[text.charAt(at)];
            if (Character.isLetterOrDigit(folded) || Character.isSurrogate(folded)) {
                letters.append(folded);
            }
        }
        return letters.toString();
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int at = 0; at < table.length; at++) {
            table[at] = folded((char) at);
        }
        simplify(table);
        return table;
    }

    private static char folded(char character) {
        if (Character.isSurrogate(character) || HanTable.has(character)) {
            return character;
        }
        var compatible = Normalizer.normalize(String.valueOf(character), Form.NFKC);
        char one = compatible.length() == 1 ? compatible.charAt(0) : character;
        if (Character.UnicodeScript.of(one) == Character.UnicodeScript.LATIN) {
            one = Normalizer.normalize(String.valueOf(one), Form.NFD).charAt(0);
        }
        return Character.toLowerCase(one);
    }

    private static void simplify(char[] table) {
        var simplified = HanTable.of("Traditional-Simplified");
        for (int at = 0; at < simplified.length; at++) {
            if (simplified[at].length() == 1) {
                table[HanTable.FIRST + at] = simplified[at].charAt(0);
            }
        }
    }
}
