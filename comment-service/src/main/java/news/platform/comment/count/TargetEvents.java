package news.platform.comment.count;

import news.platform.comment.v1.TargetChanged;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what readers make of a target, through the outbox of the current transaction. */
@Component
final class TargetEvents {
    private final Outbox outbox;

    TargetEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(String target, long version, long comments, long likes) {
        outbox.publish(TargetChanged.newBuilder()
                .setTarget(target)
                .setVersion(version)
                .setCommentCount(comments)
                .setLikeCount(likes)
                .build());
    }
}
