package news.platform.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Names and titles that come from outside: made into what the contract's rule {@code news.platform.text.v1.line} demands
 * where there is nobody to be told that they break it (feeds, headers), and into one spelling where they pass it.
 */
public final class Lines {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int BLANK_BRAILLE = 0x2800;
    private static final int EMOJI_STYLE = 0xfe0f;
    private static final int KEYCAP = 0x20e3;
    private static final Set<UnicodeScript> WITH_VARIANTS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.MONGOLIAN, UnicodeScript.MYANMAR, UnicodeScript.PHAGS_PA);
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private Lines() {}

    /**
     * The text in NFC on one line: each run of white space is one space, none at the ends; control, direction and invisible
     * characters are gone, joiners where they join nothing too. Empty where nothing is to be seen. What is a line already
     * stays as it is.
     */
    public static String of(String text) {
        int[] codePoints = text.codePoints().toArray();
        var line = new StringBuilder(text.length());
        boolean space = false;
        boolean visible = false;
        int last = -1;
        int joiner = -1;
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (isSpace(codePoint)) {
                space = true;
            } else if (isJoiner(codePoint)) {
                joiner = !space && isJoined(last) ? codePoint : -1;
            } else if (isSelector(codePoint)) {
                // a second one, or one behind a joiner, selects nothing
                if (!space && joiner < 0 && selects(codePoints, i, last)) {
                    line.appendCodePoint(codePoint);
                    last = EMOJI_STYLE;
                }
            } else if (isWanted(codePoint)) {
                if (space && !line.isEmpty()) {
                    line.append(' ');
                } else if (joiner >= 0) {
                    line.appendCodePoint(joiner);
                }
                line.appendCodePoint(codePoint);
                visible |= isVisible(codePoint);
                space = false;
                joiner = -1;
                last = codePoint;
            }
        }
        return visible ? Normalizer.normalize(line, Normalizer.Form.NFC) : "";
    }

    /** The text where it has no more characters than that, else its beginning with an ellipsis at the end. */
    public static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)).stripTrailing() + "…";
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }

    /** Letters of the scripts that shape by joiners, and emoji. */
    private static boolean isJoined(int codePoint) {
        return codePoint >= 0
                && (codePoint == EMOJI_STYLE
                        || isBetween(codePoint, 0x64b, 0x655)
                        || isBetween(codePoint, 0x2190, 0x2bff)
                        || isBetween(codePoint, 0x1f000, 0x1faff)
                        || JOINING.contains(UnicodeScript.of(codePoint)));
    }

    private static boolean isSelector(int codePoint) {
        return isBetween(codePoint, 0xfe00, 0xfe0f) || isBetween(codePoint, 0xe0100, 0xe01ef);
    }

    /** Whether the selector at the index makes a difference to be seen in the character before it. */
    private static boolean selects(int[] codePoints, int index, int last) {
        return hasVariants(last) || isKeycap(codePoints, index) && last == codePoints[index - 1];
    }

    private static boolean isKeycap(int[] codePoints, int index) {
        return index > 0
                && index + 1 < codePoints.length
                && codePoints[index] == EMOJI_STYLE
                && codePoints[index + 1] == KEYCAP
                && "#*0123456789".indexOf(codePoints[index - 1]) >= 0;
    }

    private static boolean hasVariants(int codePoint) {
        return switch (codePoint) {
            case 0xa9, 0xae, 0x203c, 0x2049, 0x2122, 0x2139, 0x3030, 0x303d, 0x3297, 0x3299 -> true;
            default ->
                isBetween(codePoint, 0x2190, 0x2bff)
                        || isBetween(codePoint, 0x1f000, 0x1faff)
                        || codePoint >= 0 && WITH_VARIANTS.contains(UnicodeScript.of(codePoint));
        };
    }

    private static boolean isWanted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> !isIgnorable(codePoint);
        };
    }

    /** What fonts show as nothing though Unicode calls it a letter, a mark, a symbol or unassigned. */
    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0, 0xfffc, 0xfffe, 0xffff -> true;
            default ->
                isBetween(codePoint, 0x2060, 0x206f)
                        || isBetween(codePoint, 0xfdd0, 0xfdef)
                        || isBetween(codePoint, 0xe0000, 0xe0fff);
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> false;
            case Character.PRIVATE_USE -> false;
            default -> codePoint != BLANK_BRAILLE;
        };
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
