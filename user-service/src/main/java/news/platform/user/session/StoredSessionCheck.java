package news.platform.user.session;

import news.platform.security.Caller;
import news.platform.security.SessionCheck;
import org.springframework.stereotype.Component;

/**
 * Asks the sessions themselves, which are here. An open one has the roles that its tokens name: a change of roles ends all
 * sessions of the account in the same transaction, and no token is made while it runs.
 */
@Component
final class StoredSessionCheck implements SessionCheck {
    private final Sessions sessions;

    StoredSessionCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean isOpen(Caller caller) {
        return sessions.isOpen(caller.sessionId(), caller.userId());
    }
}
