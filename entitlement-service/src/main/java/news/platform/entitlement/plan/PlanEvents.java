package news.platform.entitlement.plan;

import java.util.List;
import news.platform.entitlement.plan.Openings.Told;
import news.platform.entitlement.v1.PlanChanged;
import news.platform.entitlement.v1.PlanEnded;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what plans open, through the outbox of the current transaction. */
@Component
final class PlanEvents {
    private final Outbox outbox;

    PlanEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Told told, List<String> opens) {
        outbox.publish(PlanChanged.newBuilder()
                .setPlanId(told.planId())
                .setVersion(told.version())
                .addAllOpens(opens)
                .build());
    }

    void ended(Told told) {
        outbox.publishEnd(PlanEnded.newBuilder()
                .setPlanId(told.planId())
                .setVersion(told.version())
                .build());
    }
}
