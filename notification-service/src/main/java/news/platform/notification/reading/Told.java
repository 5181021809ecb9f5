package news.platform.notification.reading;

import java.time.Instant;
import java.util.Optional;
import news.platform.notification.story.Kind;
import news.platform.persistence.page.TimeAndId;

/**
 * What a user was told.
 *
 * @param id the story's
 * @param createTime when the user was told
 * @param readTime empty while it is unread
 */
record Told(
        String id, Kind kind, String title, String body, String link, Instant createTime, Optional<Instant> readTime) {
    /** Where it stands in its list. */
    TimeAndId place() {
        return new TimeAndId(createTime, id);
    }
}
