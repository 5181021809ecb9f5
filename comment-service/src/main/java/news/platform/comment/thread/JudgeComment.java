package news.platform.comment.thread;

import java.time.Instant;
import java.util.List;
import news.platform.comment.audit.Action;
import news.platform.comment.review.Review;
import news.platform.comment.review.Review.Cause;
import news.platform.comment.review.Reviews;
import news.platform.comment.screening.Screening;
import news.platform.comment.screening.Verdict;
import news.platform.comment.thread.Comment.State;
import news.platform.persistence.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Has texts judged, and what is held back wait for a moderator; in the transaction of its caller. */
@Component
final class JudgeComment {
    private final Screening screening;
    private final Comments comments;
    private final Reviews reviews;
    private final AuditTrail audit;

    JudgeComment(Screening screening, Comments comments, Reviews reviews, AuditTrail audit) {
        this.screening = screening;
        this.comments = comments;
        this.reviews = reviews;
        this.audit = audit;
    }

    /** Refuses comments on a target that takes none. */
    void requireOpen(String target) {
        screening.requireOpen(target);
    }

    Verdict judge(String target, String text, String authorId) {
        return screening.judge(target, text, authorId);
    }

    static State state(Verdict verdict) {
        return switch (verdict.decision()) {
            case SHOWN -> State.VISIBLE;
            case HELD, HELD_BY_POLICY -> State.PENDING;
            case REJECTED -> State.REJECTED;
        };
    }

    /** What the author is told. */
    static String reason(Verdict verdict) {
        return switch (verdict.decision()) {
            case SHOWN -> "";
            case HELD -> "A moderator looks at it first, because of what it says.";
            case HELD_BY_POLICY -> "Comments here are shown after a moderator has looked at them.";
            case REJECTED -> "It was not shown, because of what it says. You can ask for another look.";
        };
    }

    /** Notes what was found in a comment that is saved. */
    void note(Comment comment, Verdict verdict, Instant now) {
        comments.keyed(comment.id(), screening.key(comment.text()));
        switch (verdict.decision()) {
            case SHOWN -> {}
            case HELD -> hold(comment, Cause.SCREENING, verdict, now);
            case HELD_BY_POLICY -> hold(comment, Cause.POLICY, verdict, now);
            case REJECTED -> audit.add(AuditTrail.SYSTEM, Action.SCREENED_OUT, comment.id(), verdict.toString());
        }
    }

    /** There is nothing left to look at. */
    void forget(Comment comment) {
        comments.keyed(comment.id(), new byte[0]);
        reviews.close(comment.id());
    }

    private void hold(Comment comment, Cause cause, Verdict verdict, Instant now) {
        reviews.open(Review.open(
                comment.id(), comment.target(), cause, verdict.score(), List.copyOf(verdict.categories()), now));
        audit.add(AuditTrail.SYSTEM, Action.HELD, comment.id(), verdict.toString());
    }
}
