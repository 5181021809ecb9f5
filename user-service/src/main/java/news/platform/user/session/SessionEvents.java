package news.platform.user.session;

import java.time.Instant;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.user.v1.SessionRevoked;
import org.springframework.stereotype.Component;

/** Tells the others what became of sessions, through the outbox of the current transaction. */
@Component
final class SessionEvents {
    private final Outbox outbox;

    SessionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void revoked(String sessionId, String userId, Instant time) {
        outbox.publish(SessionRevoked.newBuilder()
                .setSessionId(sessionId)
                .setVersion(1)
                .setUserId(userId)
                .setRevokeTime(Timestamps.of(time))
                .build());
    }
}
