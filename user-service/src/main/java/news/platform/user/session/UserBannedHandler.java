package news.platform.user.session;

import java.time.Duration;
import news.platform.comment.v1.UserBanned;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Ends the sessions of who was banned: whatever they have open, they hear of it. */
@Component
final class UserBannedHandler implements EventHandler {
    /** Older bans ended their sessions, or nobody was there to be told. */
    private static final Duration GREATEST_AGE = Duration.ofDays(1);

    private final EndSession ending;

    UserBannedHandler(EndSession ending) {
        this.ending = ending;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserBanned.class, this::banned);
    }

    @Override
    public From from() {
        return new From.Now(GREATEST_AGE);
    }

    private void banned(UserBanned event, EventContext context) {
        ending.endAll(event.getUserId());
    }
}
