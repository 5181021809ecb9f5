package news.platform.user.session;

import java.time.Instant;

/** An open session. The device is what it said of itself. */
record Session(String id, String userId, String device, Instant createTime, Instant lastUsedTime) {}
