package news.platform.comment.moderation;

import java.time.Clock;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Review;
import news.platform.comment.review.Reviews;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a moderator take a comment of the queue on, so that no other does the same work. */
@Component
final class ClaimComment {
    private final Reviews reviews;
    private final AuditTrail audit;
    private final ModerationProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClaimComment(
            Reviews reviews,
            AuditTrail audit,
            ModerationProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.reviews = reviews;
        this.audit = audit;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    Review claim(String commentId, String moderatorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            boolean claimed = reviews.claim(commentId, moderatorId, now, now.plus(properties.claimFor()));
            var review = reviews.lock(commentId)
                    .orElseThrow(() -> new DomainException(CommentReason.NOT_IN_QUEUE, "there is nothing to decide"));
            if (!claimed) {
                throw Moderated.claimed();
            }
            audit.add(moderatorId, Action.CLAIMED, commentId, "until " + review.claimUntil());
            return review;
        }));
    }
}
