package news.platform.comment.count;

import news.platform.work.tally.Tallies;
import org.springframework.stereotype.Component;

/**
 * What is counted of targets and of comments. Whoever adds, in the transaction that makes it true, waits for nobody; see {@link
 * CommentTally} for what becomes of it.
 */
@Component
public final class CommentCounts {
    static final String KIND = "comment";
    static final String COMMENT = "comments/";
    static final String COMMENTS = "comments";
    static final String LIKES = "likes";
    static final String REPLIES = "replies";

    private final Tallies tallies;

    CommentCounts(Tallies tallies) {
        this.tallies = tallies;
    }

    /**
     * Readers see a comment more, or one less.
     *
     * @param rootId of a reply; empty of a comment that begins a conversation
     */
    public void seen(String target, String rootId, int delta) {
        tallies.add(KIND, target, COMMENTS, delta);
        if (!rootId.isEmpty()) {
            tallies.add(KIND, COMMENT + rootId, REPLIES, delta);
        }
    }

    /** What is said about a target changed, but not how much it is. */
    public void changed(String target) {
        tallies.add(KIND, target, COMMENTS, 0);
    }

    /** One like more, or one less. */
    public void liked(String target, int delta) {
        tallies.add(KIND, target, LIKES, delta);
    }

    /** The same of a comment about the target. */
    public void likedComment(String commentId, String target, int delta) {
        tallies.add(KIND, COMMENT + commentId, LIKES, delta);
        changed(target);
    }

    /** SQL for the likes of a comment, now. */
    public static String likesOfComment(String id) {
        return Tallies.now(KIND, "'" + COMMENT + "' || " + id, LIKES);
    }

    /** SQL for the replies to a comment that readers see, now. */
    public static String repliesTo(String id) {
        return Tallies.now(KIND, "'" + COMMENT + "' || " + id, REPLIES);
    }

    /** SQL for the likes of a target itself, now. */
    public static String likesOf(String target) {
        return Tallies.now(KIND, target, LIKES);
    }

    /** SQL for the comments on a target that readers see, now. */
    public static String commentsOn(String target) {
        return Tallies.now(KIND, target, COMMENTS);
    }
}
