package news.platform.comment.screening;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Finds the words of all lists in a text, in one pass for each of its two readings. Immutable, thread-safe. */
final class WordFinder {
    /** How much else may stand between two letters of a word. */
    private static final int WIDEST_GAP = 8;

    /** Where a plain word is so much of the letters of a text, the text is about it. */
    private static final int PROMINENT = 10;

    private final Letters letters;
    private final AhoCorasickDoubleArrayTrie<List<Entry>> ideographs;
    private final AhoCorasickDoubleArrayTrie<List<Entry>> latin;
    private final boolean hasIdeographs;
    private final boolean hasLatin;

    /** Of these lists; words without a letter are none. */
    WordFinder(Collection<WordList> lists, Letters letters) {
        this.letters = letters;
        var all = new TreeMap<String, List<Entry>>();
        var latinOnly = new TreeMap<String, List<Entry>>();
        for (var list : lists) {
            for (var word : list.words()) {
                var folded = new String(FoldedText.ofAll(word, letters).letters());
                if (!folded.isEmpty()) {
                    (FoldedText.isLatin(folded) ? latinOnly : all)
                            .computeIfAbsent(folded, _ -> new ArrayList<>())
                            .add(new Entry(list, word));
                }
            }
        }
        this.hasIdeographs = !all.isEmpty();
        this.hasLatin = !latinOnly.isEmpty();
        this.ideographs = trie(all);
        this.latin = trie(latinOnly);
    }

    /** What the words that are found weigh, each word once, and of which categories they are. */
    Found find(String text) {
        var all = FoldedText.ofAll(text, letters);
        var heaviest = new TreeMap<String, Integer>();
        var categories = new HashSet<String>();
        BiConsumer<Entry, Integer> found = (entry, weight) -> {
            heaviest.merge(entry.list().category() + ' ' + entry.word(), weight, Math::max);
            if (weight > 0) {
                categories.add(entry.list().category());
            }
        };
        if (hasIdeographs) {
            ideographs.parseText(all.letters(), (begin, end, entries) -> {
                if (isClose(all, begin, end)) {
                    entries.forEach(entry -> found.accept(entry, weight(entry, all, begin, end, all.length())));
                }
            });
        }
        if (hasLatin) {
            var words = FoldedText.ofLatin(text, letters);
            latin.parseText(words.letters(), (begin, end, entries) -> {
                if (words.isWord(begin, end - 1) && isClose(words, begin, end)) {
                    entries.forEach(entry -> found.accept(entry, weight(entry, words, begin, end, all.length())));
                }
            });
        }
        int score = heaviest.values().stream().mapToInt(Integer::intValue).sum();
        return new Found(score, Set.copyOf(categories));
    }

    private static int weight(Entry entry, FoldedText text, int begin, int end, int letters) {
        boolean plain = text.written(begin, end - 1).equalsIgnoreCase(entry.word());
        boolean prominent = (end - begin) * PROMINENT >= letters;
        return plain && !prominent ? entry.list().passingWeight() : entry.list().weight();
    }

    private static boolean isClose(FoldedText text, int begin, int end) {
        for (int letter = begin + 1; letter < end; letter++) {
            if (text.gap(letter) > WIDEST_GAP) {
                return false;
            }
        }
        return true;
    }

    private static AhoCorasickDoubleArrayTrie<List<Entry>> trie(Map<String, List<Entry>> words) {
        var trie = new AhoCorasickDoubleArrayTrie<List<Entry>>();
        if (!words.isEmpty()) {
            trie.build(words);
        }
        return trie;
    }

    private record Entry(WordList list, String word) {}

    /**
     * What was found.
     *
     * @param categories of the words that weigh something
     */
    record Found(int score, Set<String> categories) {}
}
