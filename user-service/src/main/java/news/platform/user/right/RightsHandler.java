package news.platform.user.right;

import java.util.List;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.right.RightsProtos;
import news.platform.security.Rights;
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
        return Takes.of(UserEntitlementsChanged.class, this::changed).andEnd(UserEntitlementsEnded.class, this::ended);
    }

    @Override
    public void clear() {
        rights.forget();
    }

    private void changed(UserEntitlementsChanged event, EventContext context) {
        rights.told(event.getUserId(), RightsProtos.rights(event, context.time()));
    }

    /** The version stays, so that no late event opens anything again. */
    private void ended(EventContext context) {
        rights.told(context.subject(), new Rights(context.version(), List.of()));
    }
}
