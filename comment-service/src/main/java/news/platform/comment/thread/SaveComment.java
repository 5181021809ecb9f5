package news.platform.comment.thread;

import news.platform.comment.count.CommentCounts;
import news.platform.comment.thread.Comment.State;
import news.platform.comment.withdrawal.WithdrawalEvents;
import org.springframework.stereotype.Component;

/**
 * What every save does, in the transaction of its caller: the comment, what readers see more or less of, and what those hear who
 * were answered.
 */
@Component
public final class SaveComment {
    private final Comments comments;
    private final CommentCounts counts;
    private final CommentEvents events;
    private final WithdrawalEvents withdrawals;

    SaveComment(Comments comments, CommentCounts counts, CommentEvents events, WithdrawalEvents withdrawals) {
        this.comments = comments;
        this.counts = counts;
        this.events = events;
        this.withdrawals = withdrawals;
    }

    Comment add(Comment comment) {
        comments.add(comment);
        if (comment.is(State.VISIBLE)) {
            counts.seen(comment.target(), comment.rootId(), 1);
            tellWhoWasAnswered(comment);
        }
        return comment;
    }

    /** @param before the comment, locked */
    public Comment replace(Comment before, Comment comment) {
        comments.replace(comment);
        int delta = (comment.is(State.VISIBLE) ? 1 : 0) - (before.is(State.VISIBLE) ? 1 : 0);
        if (delta != 0) {
            counts.seen(comment.target(), comment.rootId(), delta);
            tellWhoWasAnswered(comment);
            if (delta < 0) {
                withdrawals.withdrawn(comment.id(), comment.version(), comment.target());
            }
        } else if (comment.is(State.VISIBLE)) {
            counts.changed(comment.target());
        }
        return comment;
    }

    /**
     * The same because it was decided whether readers see it, of which its author hears.
     *
     * @param before the comment, locked
     */
    public Comment decide(Comment before, Comment comment) {
        replace(before, comment);
        events.decided(comment);
        return comment;
    }

    /** Whoever answers themselves knows it. */
    private void tellWhoWasAnswered(Comment comment) {
        if (comment.replyToId().isEmpty()) {
            return;
        }
        if (comment.is(State.VISIBLE)) {
            comments.find(comment.replyToId())
                    .filter(answered -> answered.is(State.VISIBLE))
                    .map(Comment::authorId)
                    .filter(authorId -> !authorId.equals(comment.authorId()))
                    .ifPresent(authorId -> events.replyShown(comment, authorId));
        } else {
            events.replyHidden(comment);
        }
    }
}
