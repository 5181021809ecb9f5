package news.platform.content.offer;

import java.util.List;
import news.platform.entitlement.v1.PlanChanged;
import news.platform.entitlement.v1.PlanEnded;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Keeps what plans open. */
@Component
final class PlansHandler implements EventHandler {
    private final Plans plans;

    PlansHandler(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Takes takes() {
        return Takes.of(PlanChanged.class, this::changed).andEnd(PlanEnded.class, this::ended);
    }

    @Override
    public void clear() {
        plans.forget();
    }

    private void changed(PlanChanged event, EventContext context) {
        plans.told(event.getPlanId(), event.getVersion(), event.getOpensList());
    }

    /** The version stays, so that no late event brings it back. */
    private void ended(EventContext context) {
        plans.told(context.subject(), context.version(), List.of());
    }
}
