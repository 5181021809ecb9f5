package news.platform.comment.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Review;
import news.platform.comment.review.Review.Cause;
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

/** Takes a reader's report, once each; enough of them have a comment held back until a moderator has decided. */
@Component
final class ReportComment {
    private final Comments comments;
    private final SaveComment saving;
    private final Reports reports;
    private final Reviews reviews;
    private final AuditTrail audit;
    private final ModerationProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportComment(
            Comments comments,
            SaveComment saving,
            Reports reports,
            Reviews reviews,
            AuditTrail audit,
            ModerationProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.comments = comments;
        this.saving = saving;
        this.reports = reports;
        this.reviews = reviews;
        this.audit = audit;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The report, or the one that this reader made before. */
    Report report(String commentId, String reporterId, Report.Reason reason, String note) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var comment = comments.lock(commentId).orElseThrow(Moderated::notFound);
            var known = reports.find(commentId, reporterId);
            if (known.isPresent()) {
                return known.get();
            }
            if (!comment.is(State.VISIBLE)) {
                throw Moderated.notFound();
            }
            if (comment.authorId().equals(reporterId)) {
                throw new DomainException(CommentReason.OWN_COMMENT, "it is your own: delete it");
            }
            var now = clock.instant();
            var report = new Report(commentId, reporterId, reason, note, reports.weight(reporterId), now);
            reports.add(report);
            reviews.open(Review.open(commentId, comment.target(), Cause.REPORTS, 0, List.of(), now));
            withhold(comment, now);
            return report;
        }));
    }

    private void withhold(Comment comment, Instant now) {
        var open = reports.open(List.of(comment.id()));
        double weight = open.stream().mapToDouble(Report::weight).sum();
        if (weight >= properties.withholdFrom()) {
            saving.replace(comment, comment.moderated(State.PENDING, "It was reported and is looked at."));
            audit.add(
                    AuditTrail.SYSTEM,
                    Action.HELD,
                    comment.id(),
                    "%d reports that weigh %.2f".formatted(open.size(), weight));
        }
    }
}
