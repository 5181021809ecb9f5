package news.platform.comment.reaction;

import java.time.Clock;
import news.platform.comment.count.CommentCounts;
import news.platform.comment.thread.Comment;
import news.platform.comment.thread.Comments;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a user like a comment, or no longer; either way once. */
@Component
final class LikeComment {
    private static final String TYPE = "comments/";

    private final Comments comments;
    private final Reactions reactions;
    private final CommentCounts counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LikeComment(
            Comments comments,
            Reactions reactions,
            CommentCounts counts,
            TransactionTemplate transaction,
            Clock clock) {
        this.comments = comments;
        this.reactions = reactions;
        this.counts = counts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void like(String commentId, String userId) {
        transaction.executeWithoutResult(_ -> {
            var comment = comments.find(commentId).orElseThrow(LikeComment::notFound);
            switch (comment.state()) {
                case VISIBLE -> {
                    if (reactions.add(TYPE + commentId, userId, clock.instant())) {
                        counts.likedComment(commentId, comment.target(), 1);
                    }
                }
                case DELETED -> throw new DomainException(CommentReason.COMMENT_DELETED, "the comment was deleted");
                case PENDING, REJECTED -> throw notFound();
            }
        });
    }

    void unlike(String commentId, String userId) {
        transaction.executeWithoutResult(_ -> comments.find(commentId)
                .map(Comment::target)
                .filter(_ -> reactions.remove(TYPE + commentId, userId))
                .ifPresent(target -> counts.likedComment(commentId, target, -1)));
    }

    private static DomainException notFound() {
        return new DomainException(CommentReason.COMMENT_NOT_FOUND, "no such comment");
    }
}
