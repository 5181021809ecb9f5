package news.platform.comment.screening;

import java.util.Arrays;

/**
 * A text as words are sought in it: its letters alone, each with its place in the text. In one reading all letters, for words of
 * ideographs, which are written without spaces; in the other Latin letters, digits and signs that stand for them included, and
 * everything else a break.
 */
final class FoldedText {
    /** Matches nothing. */
    private static final char BREAK = '\u0001';

    private final String text;
    private char[] letters;
    private int[] places;
    private int length;

    private FoldedText(String text) {
        this.text = text;
        this.letters = new char[text.length() + 16];
        this.places = new int[letters.length];
    }

    /** For words of ideographs. */
    static FoldedText ofAll(String text, Letters known) {
        var folded = new FoldedText(text);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            folded.addAll(known.of(codePoint), at);
            at += Character.charCount(codePoint);
        }
        return folded;
    }

    /** For words of Latin letters. */
    static FoldedText ofLatin(String text, Letters known) {
        var folded = new FoldedText(text);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            char instead = Letters.instead(codePoint);
            var meant = instead == 0 ? known.of(codePoint) : "";
            if (instead != 0) {
                folded.add(instead, at);
            } else if (!meant.isEmpty() && !isLatin(meant)) {
                folded.add(BREAK, at);
            } else {
                folded.addAll(meant, at);
            }
            at += Character.charCount(codePoint);
        }
        return folded;
    }

    static boolean isLatin(String letters) {
        for (int at = 0; at < letters.length(); at++) {
            if (letters.charAt(at) < 'a' || letters.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** What there is to seek in. */
    char[] letters() {
        return Arrays.copyOf(letters, length);
    }

    int length() {
        return length;
    }

    /** How much of the text lies from the letter before this one to it. */
    int gap(int letter) {
        return places[letter] - places[letter - 1];
    }

    /** Where the text goes on behind a letter. */
    int end(int letter) {
        return places[letter] + Character.charCount(text.codePointAt(places[letter]));
    }

    /** What stands there in the text. */
    String written(int first, int last) {
        return text.substring(places[first], end(last));
    }

    /**
     * Whether a word could begin and end there: no Latin letter stands beside it, and it is written in letters for the better
     * part, of which there are three at least where others stand for some; or else each number were one.
     */
    boolean isWord(int first, int last) {
        int end = end(last);
        int instead = 0;
        for (int letter = first; letter <= last; letter++) {
            instead += Letters.instead(text.charAt(places[letter])) == 0 ? 0 : 1;
        }
        int size = last - first + 1;
        if (instead > 0 && (size < 3 || 2 * instead > size)) {
            return false;
        }
        return (places[first] == 0 || !isLatinLetter(text.codePointBefore(places[first])))
                && (end == text.length() || !isLatinLetter(text.codePointAt(end)));
    }

    private static boolean isLatinLetter(int codePoint) {
        return Character.isLetter(codePoint) && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
    }

    private void addAll(String meant, int place) {
        for (int at = 0; at < meant.length(); at++) {
            // one for both, since 1 is written for either
            add(meant.charAt(at) == 'i' ? 'l' : meant.charAt(at), place);
        }
    }

    private void add(char letter, int place) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
            places = Arrays.copyOf(places, 2 * length);
        }
        letters[length] = letter;
        places[length] = place;
        length++;
    }
}
