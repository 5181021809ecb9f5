package news.platform.user.session;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.user.account.AccessChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends sessions before their time and tells everybody who may remember a token of them. */
@Component
final class EndSession {
    private final Sessions sessions;
    private final SessionEvents events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EndSession(Sessions sessions, SessionEvents events, Clock clock, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** False when the user has no such session. */
    boolean end(String sessionId, String userId) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean removed = sessions.remove(sessionId, userId);
            if (removed) {
                events.revoked(sessionId, userId, clock.instant());
            }
            return removed;
        }));
    }

    /** All of a user's, in the transaction of its caller. */
    void endAll(String userId) {
        tell(sessions.removeAll(userId), userId);
    }

    /** Takes part in the transaction of the change. */
    @EventListener
    void on(AccessChanged change) {
        var userId = change.userId();
        var ended = change.keptSessionId()
                .map(kept -> sessions.removeAllBut(kept, userId))
                .orElseGet(() -> sessions.removeAll(userId));
        tell(ended, userId);
    }

    private void tell(List<String> ended, String userId) {
        ended.forEach(sessionId -> events.revoked(sessionId, userId, clock.instant()));
    }
}
