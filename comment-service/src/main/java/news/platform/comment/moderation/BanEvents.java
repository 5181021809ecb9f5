package news.platform.comment.moderation;

import java.time.Instant;
import news.platform.comment.v1.UserBanned;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells the others of bans, through the outbox of the current transaction. */
@Component
final class BanEvents {
    private final Outbox outbox;

    BanEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void banned(String userId, long version, Instant until) {
        outbox.publish(UserBanned.newBuilder()
                .setUserId(userId)
                .setVersion(version)
                .setUntil(Timestamps.of(until))
                .build());
    }
}
