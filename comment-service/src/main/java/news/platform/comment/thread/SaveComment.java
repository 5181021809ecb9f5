package news.platform.comment.thread;

import news.platform.comment.count.CommentCounts;
import news.platform.comment.thread.Comment.State;
import org.springframework.stereotype.Component;

/** What every save does, in the transaction of its caller: the comment, and what readers see more or less of. */
@Component
public final class SaveComment {
    private final Comments comments;
    private final CommentCounts counts;

    SaveComment(Comments comments, CommentCounts counts) {
        this.comments = comments;
        this.counts = counts;
    }

    Comment add(Comment comment) {
        comments.add(comment);
        if (comment.is(State.VISIBLE)) {
            counts.seen(comment.target(), comment.rootId(), 1);
        }
        return comment;
    }

    /** @param before the comment, locked */
    public Comment replace(Comment before, Comment comment) {
        comments.replace(comment);
        int delta = (comment.is(State.VISIBLE) ? 1 : 0) - (before.is(State.VISIBLE) ? 1 : 0);
        if (delta != 0) {
            counts.seen(comment.target(), comment.rootId(), delta);
        } else if (comment.is(State.VISIBLE)) {
            counts.changed(comment.target());
        }
        return comment;
    }
}
