package news.platform.user.mark;

import java.time.Instant;
import news.platform.persistence.page.TimeAndId;

/**
 * A bookmark or a follow of a user.
 *
 * @param version rises with whatever happens to it
 */
record Mark(String userId, Target target, long version, Instant createTime) {
    /** Where it stands in its list. */
    TimeAndId place() {
        return new TimeAndId(createTime, target.toString());
    }
}
