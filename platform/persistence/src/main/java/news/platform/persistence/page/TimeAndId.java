package news.platform.persistence.page;

import java.time.Instant;
import java.util.List;

/**
 * A place in a list that is ordered by a time and then by id.
 *
 * @param time the last row's time, as the database keeps it
 * @param id the last row's id
 */
public record TimeAndId(Instant time, String id) {
    List<String> key() {
        return List.of(time.toString(), id);
    }

    static TimeAndId of(List<String> key) {
        return new TimeAndId(Instant.parse(key.getFirst()), key.getLast());
    }
}
