package news.platform.comment.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Review;
import news.platform.comment.review.Review.Cause;
import news.platform.comment.review.Reviews;
import news.platform.comment.thread.Comment;
import news.platform.comment.thread.Comment.State;
import news.platform.comment.thread.Comments;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a moderator look at a rejected comment once more, since its author asks for it; once. */
@Component
final class AppealComment {
    private final Comments comments;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppealComment(Comments comments, Reviews reviews, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.comments = comments;
        this.reviews = reviews;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Comment appeal(String commentId, String note, String userId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var comment = comments.lock(commentId)
                    .filter(found -> found.authorId().equals(userId))
                    .orElseThrow(Moderated::notFound);
            if (!comment.is(State.REJECTED)) {
                throw new DomainException(CommentReason.NOT_REJECTED, "only what was rejected can be looked at again");
            }
            if (!comments.appealed(commentId)) {
                throw new DomainException(CommentReason.ALREADY_APPEALED, "it is looked at once more, not twice");
            }
            reviews.open(Review.open(commentId, comment.target(), Cause.APPEAL, 0, List.of(), clock.instant()));
            audit.add(userId, Action.APPEALED, commentId, note);
            return comment;
        }));
    }
}
