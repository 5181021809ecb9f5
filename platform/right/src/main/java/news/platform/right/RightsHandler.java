package news.platform.right;

import java.util.List;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.security.Rights;

/** Tells the overlay of this replica what changed. */
final class RightsHandler implements ReplicaHandler {
    private final RightsOverlay overlay;

    RightsHandler(RightsOverlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserEntitlementsChanged.class, this::changed).andEnd(UserEntitlementsEnded.class, this::ended);
    }

    @Override
    public Begin begin() {
        return new Begin.Recent(RightsOverlay.KEEP);
    }

    @Override
    public void gap() {
        overlay.forget();
    }

    @Override
    public void current(boolean current) {
        overlay.current(current);
    }

    private void changed(UserEntitlementsChanged event, EventContext context) {
        overlay.learn(event.getUserId(), RightsProtos.rights(event, context.time()));
    }

    private void ended(EventContext context) {
        overlay.learn(context.subject(), new Rights(context.version(), List.of()));
    }
}
