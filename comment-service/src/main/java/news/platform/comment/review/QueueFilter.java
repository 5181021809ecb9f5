package news.platform.comment.review;

/**
 * Which of the queue are wanted.
 *
 * @param target only about this; empty for any
 */
public record QueueFilter(State state, String target) {
    /** How they stand. */
    public enum State {
        /** However they stand. */
        ALL,
        /** Not shown until a moderator has decided. */
        PENDING,
        /** Reported by readers. */
        REPORTED,
        /** Rejected, and its author wants another look. */
        APPEALED
    }
}
