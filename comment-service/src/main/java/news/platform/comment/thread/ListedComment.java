package news.platform.comment.thread;

import java.time.Instant;

/**
 * A comment as somebody reads it.
 *
 * @param likes how many like it
 * @param likedByMe whether the reader does
 * @param replies how many answer it, directly or not, where it begins a conversation
 * @param hotTime where it stands under "hot"
 */
record ListedComment(Comment comment, int likes, boolean likedByMe, int replies, Instant hotTime) {
    /** Of a comment that was just written. */
    static ListedComment fresh(Comment comment) {
        return new ListedComment(comment, 0, false, 0, comment.createTime());
    }
}
