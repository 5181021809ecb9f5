package news.platform.entitlement.grant;

import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Tells of a user's rights when one of them is over. */
@Component
final class RightsEndTimer implements Timer {
    static final String KIND = "rights-end";

    private final Holders holders;
    private final TellRights telling;

    RightsEndTimer(Holders holders, TellRights telling) {
        this.holders = holders;
        this.telling = telling;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String userId) {
        holders.lock(userId);
        telling.tell(userId);
    }
}
