package news.platform.user.mark;

import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.user.v1.BookmarksCounted;
import news.platform.user.v1.FollowAdded;
import news.platform.user.v1.FollowRemoved;
import org.springframework.stereotype.Component;

/** Tells the others who follows what and how often something is bookmarked, through the outbox of the current transaction. */
@Component
final class MarkEvents {
    private final Outbox outbox;

    MarkEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void followed(Mark follow) {
        outbox.publish(FollowAdded.newBuilder()
                .setFollowId(followId(follow))
                .setVersion(follow.version())
                .setUserId(follow.userId())
                .setType(follow.target().type())
                .setId(follow.target().id())
                .setCreateTime(Timestamps.of(follow.createTime()))
                .build());
    }

    void unfollowed(Mark follow) {
        outbox.publishEnd(FollowRemoved.newBuilder()
                .setFollowId(followId(follow))
                .setVersion(follow.version())
                .build());
    }

    void counted(String target, long count, long version) {
        outbox.publish(BookmarksCounted.newBuilder()
                .setTarget(target)
                .setVersion(version)
                .setCount(count)
                .build());
    }

    private static String followId(Mark follow) {
        return follow.userId() + "/" + follow.target();
    }
}
