package news.platform.search.text;

import com.ibm.icu.text.Transliterator;

/** What ICU makes of each Chinese character. */
final class HanTable {
    static final char FIRST = '\u3400';
    static final char LAST = '\u9FFF';

    /** A transliterator moves all that follows when it changes something, so it gets little at once. */
    private static final int BLOCK = 64;

    private HanTable() {}

    static boolean has(char character) {
        return character >= FIRST && character <= LAST;
    }

    /** From the first to the last. */
    static String[] of(String transliterator) {
        var icu = Transliterator.getInstance(transliterator);
        var all = new String[LAST - FIRST + 1];
        for (int from = 0; from < all.length; from += BLOCK) {
            var block = new StringBuilder();
            for (int at = from; at < from + BLOCK; at++) {
                block.append((char) (FIRST + at)).append('\n');
            }
            var made = icu.transliterate(block.toString()).split("\n");
            for (int at = from; at < Math.min(from + BLOCK, all.length); at++) {
                all[at] = made[at - from].strip();
            }
        }
        return all;
    }
}
