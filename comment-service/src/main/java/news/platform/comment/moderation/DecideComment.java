package news.platform.comment.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.moderation.Report.Outcome;
import news.platform.comment.review.Reviews;
import news.platform.comment.thread.Comment;
import news.platform.comment.thread.Comment.State;
import news.platform.comment.thread.Comments;
import news.platform.comment.thread.SaveComment;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a moderator decides about a comment, and with the reports about it. */
@Component
final class DecideComment {
    private final Comments comments;
    private final SaveComment saving;
    private final Reviews reviews;
    private final Reports reports;
    private final BanAuthor banning;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecideComment(
            Comments comments,
            SaveComment saving,
            Reviews reviews,
            Reports reports,
            BanAuthor banning,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.comments = comments;
        this.saving = saving;
        this.reviews = reviews;
        this.reports = reports;
        this.banning = banning;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Readers see it from now on. */
    Comment approve(String commentId, String reason, String moderatorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var comment = decided(commentId, moderatorId);
            reports.decide(commentId, Outcome.DISMISSED);
            audit.add(moderatorId, Action.APPROVED, commentId, reason);
            return comment.is(State.VISIBLE) ? comment : saving.decide(comment, comment.moderated(State.VISIBLE, ""));
        }));
    }

    /**
     * Readers do not see it any more.
     *
     * @param reason as the author is told
     * @param ban for how long the author may not write; zero: not at all
     */
    Comment reject(String commentId, String reason, Duration ban, String moderatorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var comment = decided(commentId, moderatorId);
            reports.decide(commentId, Outcome.UPHELD);
            audit.add(moderatorId, Action.REJECTED, commentId, reason);
            if (ban.isPositive()) {
                banning.ban(comment.authorId(), ban, reason, moderatorId);
            }
            return saving.decide(comment, comment.moderated(State.REJECTED, reason));
        }));
    }

    /** The comment, which waits no longer. */
    private Comment decided(String commentId, String moderatorId) {
        var comment = comments.lock(commentId).orElseThrow(Moderated::notFound);
        if (comment.is(State.DELETED)) {
            throw new DomainException(CommentReason.COMMENT_DELETED, "the comment was deleted");
        }
        Instant now = clock.instant();
        reviews.lock(commentId)
                .flatMap(review -> review.heldBy(now))
                .filter(moderator -> !moderator.equals(moderatorId))
                .ifPresent(_ -> {
                    throw Moderated.claimed();
                });
        reviews.close(commentId);
        return comment;
    }
}
