package news.platform.comment.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.platform.author.Author;
import news.platform.comment.review.QueueFilter;
import news.platform.comment.review.Review;
import news.platform.comment.thread.Comment;
import news.platform.comment.thread.CommentProtos;
import news.platform.comment.v1.QueueItem;
import news.platform.comment.v1.ReportGround;
import news.platform.proto.Timestamps;

/** The queue and reports as messages, and what messages say of them. */
final class ModerationProtos {
    private ModerationProtos() {}

    static QueueFilter filter(String state, String target) {
        return new QueueFilter(
                switch (state) {
                    case "pending" -> QueueFilter.State.PENDING;
                    case "reported" -> QueueFilter.State.REPORTED;
                    case "appealed" -> QueueFilter.State.APPEALED;
                    default -> QueueFilter.State.ALL;
                },
                target);
    }

    static QueueItem item(
            Review review, Comment comment, Map<String, Author> names, List<Report> reports, Instant now) {
        var item = QueueItem.newBuilder()
                .setId(review.commentId())
                .setComment(CommentProtos.moderated(comment, names))
                .setCause(review.cause().name())
                .setScore(review.score())
                .addAllCategories(review.categories())
                .setOpenTime(Timestamps.of(review.openTime()));
        reports.stream()
                .filter(report -> report.commentId().equals(review.commentId()))
                .forEach(report -> item.addReports(report(report)));
        review.heldBy(now)
                .ifPresent(moderator -> item.setClaimedBy(moderator).setClaimUntil(Timestamps.of(review.claimUntil())));
        return item.build();
    }

    static news.platform.comment.v1.Report report(Report report) {
        return news.platform.comment.v1.Report.newBuilder()
                .setCommentId(report.commentId())
                .setReason(reason(report.reason()))
                .setNote(report.note())
                .setCreateTime(Timestamps.of(report.createTime()))
                .build();
    }

    static Duration ban(int days) {
        return Duration.ofDays(days);
    }

    static Report.Reason reason(ReportGround reason) {
        return switch (reason) {
            case REPORT_GROUND_SPAM -> Report.Reason.SPAM;
            case REPORT_GROUND_ABUSE -> Report.Reason.ABUSE;
            case REPORT_GROUND_FALSE -> Report.Reason.FALSE;
            case REPORT_GROUND_ILLEGAL -> Report.Reason.ILLEGAL;
            case REPORT_GROUND_OTHER, REPORT_GROUND_UNSPECIFIED, UNRECOGNIZED -> Report.Reason.OTHER;
        };
    }

    private static ReportGround reason(Report.Reason reason) {
        return switch (reason) {
            case SPAM -> ReportGround.REPORT_GROUND_SPAM;
            case ABUSE -> ReportGround.REPORT_GROUND_ABUSE;
            case FALSE -> ReportGround.REPORT_GROUND_FALSE;
            case ILLEGAL -> ReportGround.REPORT_GROUND_ILLEGAL;
            case OTHER -> ReportGround.REPORT_GROUND_OTHER;
        };
    }
}
