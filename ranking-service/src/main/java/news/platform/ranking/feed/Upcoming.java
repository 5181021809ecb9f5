package news.platform.ranking.feed;

import java.util.List;
import java.util.Set;
import news.platform.ranking.item.ItemRef;

/**
 * What comes next in a feed: more than is asked for, because readers may have some of it no longer.
 *
 * @param entries the next, in order
 * @param pinned those of them that an editor wants there
 * @param recalled those of them that readers have no longer, though whoever shows them may not be able to tell
 * @param cursor before them
 * @param order the whole feed
 */
record Upcoming(List<Entry> entries, Set<ItemRef> pinned, Set<ItemRef> recalled, Cursor cursor, List<Entry> order) {
    /** Where the reader is after the first so many of them. */
    Cursor after(int count) {
        return cursor.after(entries.subList(0, count));
    }

    /** Whether anything is left for a reader who is there. */
    boolean goesOnAfter(Cursor reached) {
        return order.stream().anyMatch(entry -> !reached.given().get(entry.place()));
    }
}
