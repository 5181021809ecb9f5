package news.platform.thirdparty.clean;

import java.nio.charset.StandardCharsets;

/** Characters that can be stored and shown, and not too many of them. */
final class Characters {
    private Characters() {}

    /** Without control characters, halves of pairs and what Unicode calls no character. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Characters::isWanted).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** At most so many characters, cut at a word where there is one near, with an ellipsis. */
    static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        String head = text.substring(0, text.offsetByCodePoints(0, max - 1));
        int space = head.lastIndexOf(' ');
        String words = space > head.length() * 3 / 4 ? head.substring(0, space) : head;
        return words.stripTrailing() + "…";
    }

    /** The text without its end where it is longer than {@code max} UTF-16 units; never half a pair. */
    static String head(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isWanted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
            case Character.SURROGATE -> false;
            default -> codePoint != 0xfeff && (codePoint & 0xfffe) != 0xfffe;
        };
    }
}
