package news.platform.ranking.feed;

import java.util.List;
import news.platform.ranking.item.ItemRef;

/**
 * What stands in an edition.
 *
 * @param place in it, from 0; {@link #NOWHERE}: it is pinned and in none
 * @param score how hot it was when the edition was made
 */
record Entry(
        int place,
        ItemRef ref,
        double score,
        List<String> channelIds,
        List<String> bylines,
        List<String> symbols,
        List<String> tags) {
    static final int NOWHERE = -1;

    /** What only an editor wants there. */
    static Entry pinned(ItemRef ref) {
        return new Entry(NOWHERE, ref, 0, List.of(), List.of(), List.of(), List.of());
    }
}
