package news.platform.ranking.feed;

import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * How far a reader is: which places of which edition are given. So nothing comes twice and nothing is left out, even where the
 * reader's own order changes meanwhile.
 *
 * @param given the places
 */
record Cursor(long edition, BitSet given) {
    /** As the values of a page token. */
    List<String> key() {
        return List.of(
                Long.toString(edition), Base64.getEncoder().withoutPadding().encodeToString(given.toByteArray()));
    }

    /** From the values of a page token of ours. */
    static Cursor of(List<String> key) {
        return new Cursor(
                Long.parseLong(key.getFirst()),
                BitSet.valueOf(Base64.getDecoder().decode(key.getLast())));
    }

    /** After these as well. */
    Cursor after(Collection<Entry> entries) {
        var more = (BitSet) given.clone();
        entries.stream().filter(entry -> entry.place() != Entry.NOWHERE).forEach(entry -> more.set(entry.place()));
        return new Cursor(edition, more);
    }
}
