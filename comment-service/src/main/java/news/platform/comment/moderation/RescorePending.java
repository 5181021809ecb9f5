package news.platform.comment.moderation;

import java.util.List;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Rescore;
import news.platform.comment.review.Review;
import news.platform.comment.review.Review.Cause;
import news.platform.comment.review.Reviews;
import news.platform.comment.screening.Screening;
import news.platform.comment.screening.Verdict.Decision;
import news.platform.comment.thread.Comment.State;
import news.platform.comment.thread.Comments;
import news.platform.comment.thread.SaveComment;
import news.platform.persistence.audit.AuditTrail;
import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Shows what waits and would be shown by the rules as they are now; whatever a moderator is at stays. */
@Component
final class RescorePending implements Timer {
    private static final int BATCH = 100;
    private static final List<Cause> RULES = List.of(Cause.SCREENING, Cause.POLICY);

    private final Comments comments;
    private final SaveComment saving;
    private final Reviews reviews;
    private final Screening screening;
    private final Rescore rescore;
    private final AuditTrail audit;

    RescorePending(
            Comments comments,
            SaveComment saving,
            Reviews reviews,
            Screening screening,
            Rescore rescore,
            AuditTrail audit) {
        this.comments = comments;
        this.saving = saving;
        this.reviews = reviews;
        this.screening = screening;
        this.rescore = rescore;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return Rescore.KIND;
    }

    @Override
    public void fire(String key) {
        screening.refresh();
        var batch = reviews.after(Rescore.from(key), RULES, BATCH);
        batch.stream().filter(review -> review.claimedBy().isEmpty()).forEach(this::judge);
        if (batch.size() == BATCH) {
            rescore.after(batch.getLast().commentId());
        }
    }

    private void judge(Review review) {
        comments.lock(review.commentId())
                .filter(comment -> comment.is(State.PENDING))
                .filter(comment -> screening
                                .judge(comment.target(), comment.text(), comment.authorId())
                                .decision()
                        == Decision.SHOWN)
                .ifPresent(comment -> {
                    saving.decide(comment, comment.moderated(State.VISIBLE, ""));
                    reviews.close(comment.id());
                    audit.add(AuditTrail.SYSTEM, Action.RELEASED, comment.id(), "by the rules as they are now");
                });
    }
}
