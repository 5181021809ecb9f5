package news.platform.entitlement.grant;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Takes back what a deleted account had. */
@Component
final class UserDeletedHandler implements EventHandler {
    private final RevokeEntitlement revoking;

    UserDeletedHandler(RevokeEntitlement revoking) {
        this.revoking = revoking;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserDeleted.class, this::deleted);
    }

    private void deleted(UserDeleted event, EventContext context) {
        revoking.revokeAll(event.getUserId(), "the account was deleted");
    }
}
