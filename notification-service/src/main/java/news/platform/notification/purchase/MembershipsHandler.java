package news.platform.notification.purchase;

import java.time.Clock;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/** Keeps when whose memberships end, and has their holders reminded before. */
@Component
final class MembershipsHandler implements EventHandler {
    private final Memberships memberships;
    private final PurchaseProperties properties;
    private final Agenda agenda;
    private final Clock clock;

    MembershipsHandler(Memberships memberships, PurchaseProperties properties, Agenda agenda, Clock clock) {
        this.memberships = memberships;
        this.properties = properties;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserEntitlementsChanged.class, this::changed).andEnd(UserEntitlementsEnded.class, this::ended);
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void clear() {
        memberships.clear();
    }

    private void changed(UserEntitlementsChanged event, EventContext context) {
        var userId = event.getUserId();
        var ends = PurchaseProtos.ends(event);
        memberships.replace(userId, ends);
        ends.forEach((plan, end) -> {
            var due = end.minus(properties.lead());
            // who buys less than that knows when it ends
            if (due.isAfter(clock.instant())) {
                agenda.schedule(MembershipEndTimer.KIND, userId + " " + plan, due);
            }
        });
    }

    private void ended(EventContext context) {
        memberships.remove(context.subject());
    }
}
