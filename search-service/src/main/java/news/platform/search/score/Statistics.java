package news.platform.search.score;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.SmallFloat;

/**
 * How rare the terms of a search are, as it was when its first page was made: with that, whichever replica makes the next page and
 * whatever was published meanwhile, a document has the score that it had. Roughly, so that it goes into a page token. One thread.
 */
public final class Statistics {
    private static final int HASH_MASK = 0xFFFFFF;
    private static final int ENTRY_BYTES = 4;

    private final int documents;
    private final Map<Integer, Byte> frequencies = new TreeMap<>();
    private final boolean fixed;

    private Statistics(int documents, boolean fixed) {
        this.documents = documents;
        this.fixed = fixed;
    }

    /** For a first page, over so many documents. */
    public static Statistics first(int documents) {
        return new Statistics(Math.max(1, documents), false);
    }

    /** As {@link #toString} wrote them. */
    public static Statistics of(String text) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        var statistics = new Statistics(bytes.getInt(), true);
        while (bytes.hasRemaining()) {
            int entry = bytes.getInt();
            statistics.frequencies.put(entry >>> Byte.SIZE, (byte) entry);
        }
        return statistics;
    }

    /** How many documents there are. */
    int documents() {
        return documents;
    }

    /** How many of them have the term; what a later page meets that the first did not is as rare as can be. */
    int frequency(Term term, int now) {
        int hash = term.hashCode() & HASH_MASK;
        byte rough = frequencies.computeIfAbsent(hash, _ -> SmallFloat.intToByte4(fixed ? 1 : Math.max(1, now)));
        return SmallFloat.byte4ToInt(rough);
    }

    /** The same of a term of any field. */
    public int frequency(String term, int now) {
        return frequency(new Term("", term), now);
    }

    /** BM25's weight of a term, by its frequency. */
    public double rarity(String term) {
        int frequency = Math.min(frequency(term, 1), documents);
        return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(Integer.BYTES + ENTRY_BYTES * frequencies.size());
        bytes.putInt(documents);
        frequencies.forEach((hash, rough) -> bytes.putInt(hash << Byte.SIZE | rough & 0xFF));
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
