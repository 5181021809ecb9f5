package news.platform.comment.count;

import news.platform.comment.v1.CommentLiked;
import news.platform.comment.v1.TargetChanged;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what readers make of a target or a comment, through the outbox of the current transaction. */
@Component
final class CountEvents {
    private final Outbox outbox;

    CountEvents(Outbox outbox) {
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

    /** @param likes without the author's own */
    void liked(LikedComments.Liked comment, long version, long likes) {
        outbox.publish(CommentLiked.newBuilder()
                .setCommentId(comment.id())
                .setVersion(version)
                .setTarget(comment.target())
                .setAuthorId(comment.authorId())
                .setLikeCount(likes)
                .build());
    }
}
