package news.platform.notification.follow;

import java.time.Clock;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.follow.Follows.Follow;
import news.platform.user.v1.FollowAdded;
import news.platform.user.v1.FollowRemoved;
import org.springframework.stereotype.Component;

/** Keeps who follows what. */
@Component
final class FollowHandler implements EventHandler {
    private final Follows follows;
    private final Clock clock;

    FollowHandler(Follows follows, Clock clock) {
        this.follows = follows;
        this.clock = clock;
    }

    @Override
    public Takes takes() {
        return Takes.of(FollowAdded.class, this::added).andEnd(FollowRemoved.class, this::removed);
    }

    @Override
    public void clear() {
        follows.clear();
    }

    private void added(FollowAdded event, EventContext context) {
        follows.put(
                new Follow(event.getFollowId(), event.getUserId(), event.getType() + "/" + event.getId()),
                event.getVersion());
    }

    private void removed(EventContext context) {
        follows.end(context.subject(), context.version(), clock.instant());
    }
}
