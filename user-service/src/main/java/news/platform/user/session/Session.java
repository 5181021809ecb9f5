package news.platform.user.session;

import java.time.Instant;
import news.platform.persistence.page.TimeAndId;

/** An open session. The device is what it said of itself. */
record Session(String id, String userId, String device, Instant createTime, Instant lastUsedTime) {
    /** Where it stands in the list of its owner's sessions. */
    TimeAndId place() {
        return new TimeAndId(lastUsedTime, id);
    }
}
