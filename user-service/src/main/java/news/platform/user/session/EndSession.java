package news.platform.user.session;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.messaging.Outbox;
import news.platform.user.account.AccessChanged;
import news.platform.user.v1.SessionRevoked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends sessions before their time and tells everybody who may remember a token of them. */
@Component
final class EndSession {
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EndSession(Sessions sessions, Outbox outbox, Clock clock, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** False when the user has no such session. */
    boolean end(String sessionId, String userId) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean removed = sessions.remove(sessionId, userId);
            if (removed) {
                publish(sessionId, userId);
            }
            return removed;
        }));
    }

    /** Takes part in the transaction of the change. */
    @EventListener
    void on(AccessChanged change) {
        String userId = change.userId();
        List<String> ended = change.keptSessionId()
                .map(kept -> sessions.removeAllBut(kept, userId))
                .orElseGet(() -> sessions.removeAll(userId));
        ended.forEach(sessionId -> publish(sessionId, userId));
    }

    private void publish(String sessionId, String userId) {
        outbox.publish(SessionRevoked.newBuilder()
                .setSessionId(sessionId)
                .setVersion(1)
                .setUserId(userId)
                .setRevokeTime(SessionProtos.timestamp(clock.instant()))
                .build());
    }
}
