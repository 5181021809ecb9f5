package news.platform.entitlement.grant;

import java.time.Clock;
import java.util.List;
import news.platform.entitlement.plan.Plans;
import news.platform.entitlement.right.Scope;
import news.platform.work.task.Agenda;
import news.platform.work.task.Timer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of the rights of all who have a plan when it opens something else than before, a few hundred in a transaction. Looked
 * for at the start: what a plan opens is configured.
 */
@Component
final class TellPlan implements Timer, ApplicationRunner {
    private static final String KIND = "plan-told";
    private static final int AT_ONCE = 200;

    private final Plans plans;
    private final Grants grants;
    private final Holders holders;
    private final TellRights telling;
    private final Agenda agenda;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellPlan(
            Plans plans,
            Grants grants,
            Holders holders,
            TellRights telling,
            Agenda agenda,
            TransactionTemplate transaction,
            Clock clock) {
        this.plans = plans;
        this.grants = grants;
        this.holders = holders;
        this.telling = telling;
        this.agenda = agenda;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(_ -> plans.takeOver().forEach(plan -> schedule(plan, "")));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** @param key the plan, and behind a space the last user who was told */
    @Override
    public void fire(String key) {
        int space = key.indexOf(' ');
        var plan = key.substring(0, space);
        List<String> users = grants.holders(Scope.plan(plan), key.substring(space + 1), AT_ONCE);
        users.forEach(userId -> {
            holders.lock(userId);
            telling.tell(userId);
        });
        if (users.size() == AT_ONCE) {
            schedule(plan, users.getLast());
        }
    }

    private void schedule(String plan, String lastUserId) {
        agenda.schedule(KIND, plan + " " + lastUserId, clock.instant());
    }
}
