package news.platform.search.searching;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import news.platform.search.index.Item;
import news.platform.search.snippet.Snippet;

/**
 * One thing found.
 *
 * @param key its type and id
 * @param title plain
 * @param snippet what is shown of it
 * @param time when it was published, in microseconds
 * @param score by which it stands where it does; 0 where time alone decides
 */
public record Hit(String key, String title, Snippet snippet, long time, float score) {
    String type() {
        return key.substring(0, key.indexOf('/'));
    }

    String id() {
        return key.substring(key.indexOf('/') + 1);
    }

    /** Empty of an instrument: its time only places it. */
    Optional<Instant> publishTime() {
        return type().equals(Item.INSTRUMENTS)
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(time, ChronoUnit.MICROS));
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
