package news.platform.entitlement.grant;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.right.Rights;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;

/**
 * Tells the others what a user may read from now on, through the outbox of the current transaction, and again when the next right
 * is over. The user is locked.
 */
@Component
final class TellRights {
    private final Grants grants;
    private final Holders holders;
    private final Plans plans;
    private final RightsEvents events;
    private final Agenda agenda;
    private final Clock clock;

    TellRights(Grants grants, Holders holders, Plans plans, RightsEvents events, Agenda agenda, Clock clock) {
        this.grants = grants;
        this.holders = holders;
        this.plans = plans;
        this.events = events;
        this.agenda = agenda;
        this.clock = clock;
    }

    void tell(String userId) {
        tell(userId, grants.unended(userId, clock.instant().minus(plans.longestGrace())));
    }

    /** The same of somebody of whom is known what they have, that which is in its grace included. */
    void tell(String userId, List<Grant> unended) {
        var rights = rights(unended, clock.instant());
        var version = holders.next(userId);
        events.changed(userId, version, rights);
        rights.firstEnd()
                .ifPresentOrElse(
                        end -> agenda.schedule(RightsEndTimer.KIND, userId, end),
                        () -> agenda.cancel(RightsEndTimer.KIND, userId));
    }

    private Rights rights(List<Grant> unended, Instant now) {
        return Rights.of(
                unended.stream()
                        .map(grant -> grant.right(plans.grace(grant.scope())))
                        .toList(),
                now);
    }
}
