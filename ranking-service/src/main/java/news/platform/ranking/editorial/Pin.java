package news.platform.ranking.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.platform.ranking.item.ItemRef;

/**
 * That something stands at the same place for a while.
 *
 * @param channel of which the feed is; {@link #HOME}: the home feed and the hot lists
 * @param position 1 for the first place
 */
public record Pin(ItemRef ref, String channel, int position, Instant until) {
    /** No channel. */
    public static final String HOME = "";

    /**
     * The list with what is pinned at its places, or at the end where the list is shorter, and there alone.
     *
     * @param pins by their positions; where two have the same, the later one stands behind the other
     */
    public static List<ItemRef> placed(List<ItemRef> ranked, List<Pin> pins) {
        var pinned = pins.stream().map(Pin::ref).collect(Collectors.toSet());
        var placed = new ArrayList<>(
                ranked.stream().filter(ref -> !pinned.contains(ref)).toList());
        int next = 0;
        for (var pin : pins) {
            next = Math.min(Math.max(next, pin.position() - 1), placed.size());
            placed.add(next++, pin.ref());
        }
        return placed;
    }
}
