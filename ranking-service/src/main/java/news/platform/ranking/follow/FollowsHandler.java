package news.platform.ranking.follow;

import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.FollowAdded;
import news.platform.user.v1.FollowRemoved;
import org.springframework.stereotype.Component;

/** Learns who follows what. */
@Component
final class FollowsHandler implements EventHandler {
    private final Follows follows;

    FollowsHandler(Follows follows) {
        this.follows = follows;
    }

    @Override
    public Takes takes() {
        return Takes.of(
                        FollowAdded.class,
                        (event, _) ->
                                follows.add(event.getFollowId(), event.getUserId(), event.getType(), event.getId()))
                .andEnd(FollowRemoved.class, end -> follows.remove(end.subject()));
    }

    @Override
    public void clear() {
        follows.clear();
    }
}
