package news.platform.comment.thread;

import news.platform.comment.thread.Comment.State;
import news.platform.comment.v1.CommentDecided;
import news.platform.comment.v1.ReplyHidden;
import news.platform.comment.v1.ReplyShown;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what concerns those who wrote comments, through the outbox of the current transaction. */
@Component
final class CommentEvents {
    private final Outbox outbox;

    CommentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void replyShown(Comment reply, String answeredAuthorId) {
        outbox.publish(ReplyShown.newBuilder()
                .setCommentId(reply.id())
                .setVersion(reply.version())
                .setTarget(reply.target())
                .setAuthorId(reply.authorId())
                .setAnsweredAuthorId(answeredAuthorId)
                .setText(reply.text())
                .build());
    }

    void replyHidden(Comment reply) {
        outbox.publish(ReplyHidden.newBuilder()
                .setCommentId(reply.id())
                .setVersion(reply.version())
                .build());
    }

    void decided(Comment comment) {
        outbox.publish(CommentDecided.newBuilder()
                .setCommentId(comment.id())
                .setVersion(comment.version())
                .setTarget(comment.target())
                .setAuthorId(comment.authorId())
                .setShown(comment.is(State.VISIBLE))
                .setReason(comment.reason())
                .build());
    }
}
