package news.platform.comment.moderation;

import java.time.Clock;
import java.time.Duration;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Bans;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Keeps somebody from writing for a while and tells the others, in the transaction of its caller. */
@Component
final class BanAuthor {
    private final Bans bans;
    private final BanEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    BanAuthor(Bans bans, BanEvents events, AuditTrail audit, Clock clock) {
        this.bans = bans;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void ban(String userId, Duration duration, String reason, String moderatorId) {
        var until = clock.instant().plus(duration);
        long version = bans.ban(userId, until, reason);
        audit.add(moderatorId, Action.BANNED, userId, duration.toDays() + " days: " + reason);
        events.banned(userId, version, until);
    }
}
