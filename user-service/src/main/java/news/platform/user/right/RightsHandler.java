package news.platform.user.right;

import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.right.RightsEvents;
import org.springframework.stereotype.Component;

/** Keeps what is open to users, for their tokens. */
@Component
final class RightsHandler implements EventHandler {
    private final KnownRights rights;

    RightsHandler(KnownRights rights) {
        this.rights = rights;
    }

    @Override
    public Takes takes() {
        return RightsEvents.takes(rights::told);
    }

    @Override
    public void clear() {
        rights.forget();
    }
}
