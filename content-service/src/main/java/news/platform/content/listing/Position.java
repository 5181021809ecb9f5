package news.platform.content.listing;

import java.time.Instant;
import java.util.List;

/**
 * A place in a list that is ordered by a time and then by id, both descending.
 *
 * @param time the last row's time
 * @param id the last row's id
 */
public record Position(Instant time, String id) {
    /** As a page token keeps it. */
    public List<String> key() {
        return List.of(time.toString(), id);
    }

    /** Reads what {@link #key()} gave. */
    public static Position of(List<String> key) {
        return new Position(Instant.parse(key.getFirst()), key.getLast());
    }
}
