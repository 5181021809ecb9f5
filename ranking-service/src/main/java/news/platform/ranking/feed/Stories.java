package news.platform.ranking.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.ranking.words.Words;

/**
 * Finds what tells the same story, by its title: titles of which three fifths of all words are in both (Jaccard), published within two
 * days. Which to compare at all is told by MinHash (Broder 1997) in sixteen bands of two: of titles so alike one pair in a
 * thousand is missed. SimHash needs longer texts: of ten words, one changed turns too many of its bits.
 */
final class Stories {
    private static final double ALIKE = 0.6;
    private static final Duration TOGETHER = Duration.ofDays(2);
    private static final int BANDS = 16;
    private static final int ROWS = 2;

    /** Of fewer words, "Morning brief" of all days would be one. */
    private static final int FEWEST_WORDS = 4;

    private final Map<Long, List<Title>> byBand = new HashMap<>();

    private Stories() {}

    /** The first of each story, in their order. */
    static List<Candidate> once(Collection<Candidate> candidates) {
        var stories = new Stories();
        return candidates.stream()
                .filter(candidate -> stories.isNew(candidate.title(), candidate.publishTime()))
                .toList();
    }

    private boolean isNew(String text, Instant time) {
        var title = new Title(new HashSet<>(Words.of(text)), time);
        if (title.words().size() < FEWEST_WORDS) {
            return true;
        }
        var bands = bands(title.words());
        for (long band : bands) {
            if (byBand.getOrDefault(band, List.of()).stream().anyMatch(title::tellsTheSameAs)) {
                return false;
            }
        }
        for (long band : bands) {
            byBand.computeIfAbsent(band, _ -> new ArrayList<>(1)).add(title);
        }
        return true;
    }

    /** Two sets have a band in common the likelier the more alike they are. */
    private static long[] bands(Set<String> words) {
        var bands = new long[BANDS];
        for (int row = 0; row < BANDS * ROWS; row++) {
            long least = Long.MAX_VALUE;
            for (var word : words) {
                least = Math.min(least, mixed(word.hashCode() + row * 0x9E3779B97F4A7C15L));
            }
            int band = row / ROWS;
            bands[band] = mixed(bands[band] + least + band);
        }
        return bands;
    }

    /** The finalizer of MurmurHash3: every bit of the number changes half of the result's. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    private record Title(Set<String> words, Instant time) {
        boolean tellsTheSameAs(Title other) {
            long common = words.stream().filter(other.words::contains).count();
            return common >= ALIKE * (words.size() + other.words.size() - common)
                    && Duration.between(time, other.time).abs().compareTo(TOGETHER) <= 0;
        }
    }
}
