package news.platform.comment.thread;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import news.platform.comment.targets.OpenTargets;
import news.platform.comment.targets.Target;
import news.platform.comment.v1.CommentReason;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says something; in two steps, since what another service may have to confirm comes before the transaction. */
@Component
final class WriteComment {
    private final OpenTargets targets;
    private final Comments comments;
    private final PostingLimits limits;
    private final JudgeComment judging;
    private final SaveComment saving;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WriteComment(
            OpenTargets targets,
            Comments comments,
            PostingLimits limits,
            JudgeComment judging,
            SaveComment saving,
            TransactionTemplate transaction,
            Clock clock) {
        this.targets = targets;
        this.comments = comments;
        this.limits = limits;
        this.judging = judging;
        this.saving = saving;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Finds the target to be there and open, or refuses. */
    void check(Draft draft) {
        targets.require(Target.of(draft.target()));
        judging.requireOpen(draft.target());
    }

    /** Writes it under this id. */
    Comment write(String commentId, Draft draft, String authorId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            limits.admit(authorId, draft.target(), draft.text(), now);
            var rootId = answered(draft)
                    .map(comment -> comment.isRoot() ? comment.id() : comment.rootId())
                    .orElse("");
            var verdict = judging.judge(draft.target(), draft.text(), authorId);
            var comment = saving.add(new Comment(
                    commentId,
                    draft.target(),
                    rootId,
                    draft.replyToId(),
                    authorId,
                    draft.text(),
                    JudgeComment.state(verdict),
                    JudgeComment.reason(verdict),
                    1,
                    now,
                    now));
            judging.note(comment, verdict, now);
            return comment;
        }));
    }

    private Optional<Comment> answered(Draft draft) {
        if (draft.replyToId().isEmpty()) {
            return Optional.empty();
        }
        var answered = comments.find(draft.replyToId()).orElseThrow(WriteComment::notFound);
        if (!answered.target().equals(draft.target())) {
            throw DomainException.field(
                    PlatformReason.INVALID_FIELD,
                    "replyToId",
                    "about something else (expected: a comment about " + draft.target() + ")");
        }
        return switch (answered.state()) {
            case VISIBLE -> Optional.of(answered);
            case DELETED -> throw deleted();
            case PENDING, REJECTED -> throw notFound();
        };
    }

    static DomainException notFound() {
        return new DomainException(CommentReason.COMMENT_NOT_FOUND, "no such comment");
    }

    static DomainException deleted() {
        return new DomainException(CommentReason.COMMENT_DELETED, "the comment was deleted");
    }

    /**
     * What somebody says.
     *
     * @param replyToId empty where it begins a conversation
     */
    record Draft(String target, String text, String replyToId) {}
}
