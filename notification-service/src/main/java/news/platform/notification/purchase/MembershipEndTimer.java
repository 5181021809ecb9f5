package news.platform.notification.purchase;

import java.time.Clock;
import news.platform.notification.fanout.BeginStory;
import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Tells the holder of a membership some days before it ends, unless it was renewed or taken back meanwhile. */
@Component
final class MembershipEndTimer implements Timer {
    static final String KIND = "membership-end";

    private final Memberships memberships;
    private final BeginStory telling;
    private final Clock clock;

    MembershipEndTimer(Memberships memberships, BeginStory telling, Clock clock) {
        this.memberships = memberships;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** @param key the user, and behind a space the plan; what is renewed is scheduled anew under the same key */
    @Override
    public void fire(String key) {
        int space = key.indexOf(' ');
        var userId = key.substring(0, space);
        var plan = key.substring(space + 1);
        var now = clock.instant();
        memberships
                .end(userId, plan)
                .filter(now::isBefore)
                .ifPresent(end -> telling.begin(PurchaseProtos.ending(telling.nextId(), userId, plan, end, now)));
    }
}
