package news.platform.comment.thread;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import news.platform.comment.screening.Verdict.Decision;
import news.platform.comment.thread.Comment.State;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.grpc.resource.Etags;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes or takes back what somebody said, who has to be the one who said it. */
@Component
final class EditComment {
    private final Comments comments;
    private final JudgeComment judging;
    private final SaveComment saving;
    private final PostingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EditComment(
            Comments comments,
            JudgeComment judging,
            SaveComment saving,
            PostingProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.comments = comments;
        this.judging = judging;
        this.saving = saving;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The comment after the change; what it says already changes nothing.
     *
     * @param etag the version that it is based on, empty for whatever there is
     * @param text what it is to say; empty where that stays
     */
    Comment edit(String commentId, String etag, Optional<String> text, String userId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var comment = own(commentId, userId);
            if (comment.is(State.DELETED)) {
                throw WriteComment.deleted();
            }
            if (text.isEmpty() || text.get().equals(comment.text())) {
                return comment;
            }
            Etags.require(etag, comment.version());
            var now = clock.instant();
            if (comment.is(State.REJECTED) || now.isAfter(comment.createTime().plus(properties.editFor()))) {
                throw new DomainException(
                        CommentReason.EDIT_CLOSED,
                        "a comment can be changed for " + properties.editFor().toMinutes()
                                + " min, until it is rejected");
            }
            return rewrite(comment, text.get(), now);
        }));
    }

    /** What waits for a moderator goes on waiting, whatever it says now. */
    private Comment rewrite(Comment comment, String text, Instant now) {
        var verdict = judging.judge(comment.target(), text, comment.authorId());
        boolean waits = comment.is(State.PENDING) && verdict.decision() == Decision.SHOWN;
        var edited = comment.rewritten(
                text,
                waits ? State.PENDING : JudgeComment.state(verdict),
                waits ? comment.reason() : JudgeComment.reason(verdict),
                now);
        saving.replace(comment, edited);
        judging.note(edited, verdict, now);
        return edited;
    }

    /**
     * Leaves a tombstone; one that is there stays as it is.
     *
     * @param etag the version that it is based on, empty for whatever there is
     */
    void delete(String commentId, String etag, String userId) {
        transaction.executeWithoutResult(_ -> {
            var comment = own(commentId, userId);
            if (!comment.is(State.DELETED)) {
                Etags.require(etag, comment.version());
                saving.replace(comment, comment.deleted());
                judging.forget(comment);
            }
        });
    }

    /** Whoever does not see it is told no more than that. */
    private Comment own(String commentId, String userId) {
        var comment = comments.lock(commentId).orElseThrow(WriteComment::notFound);
        if (comment.authorId().equals(userId)) {
            return comment;
        }
        throw comment.is(State.VISIBLE)
                ? new DomainException(CommentReason.NOT_THE_AUTHOR, "somebody else wrote it")
                : WriteComment.notFound();
    }
}
