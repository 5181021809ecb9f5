package news.platform.comment.withdrawal;

import news.platform.comment.v1.CommentWithdrawn;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others of comments that nobody may be shown any more, through the outbox of the current transaction. */
@Component
public final class WithdrawalEvents {
    private final Outbox outbox;

    WithdrawalEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells of one. */
    public void withdrawn(String commentId, long version, String target) {
        outbox.publish(CommentWithdrawn.newBuilder()
                .setCommentId(commentId)
                .setVersion(version)
                .setTarget(target)
                .build());
    }
}
