package news.platform.comment.moderation;

import java.time.Instant;

/**
 * That a reader finds a comment should not be shown.
 *
 * @param weight of who reports
 */
record Report(String commentId, String reporterId, Reason reason, String note, double weight, Instant createTime) {
    /** Why. */
    enum Reason {
        SPAM,
        ABUSE,
        FALSE,
        ILLEGAL,
        OTHER
    }

    /** What a moderator makes of it. */
    enum Outcome {
        UPHELD,
        DISMISSED
    }
}
