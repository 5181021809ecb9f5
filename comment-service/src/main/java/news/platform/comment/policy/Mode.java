package news.platform.comment.policy;

/** How comments on a target are moderated. */
public enum Mode {
    /** Nothing is shown before a moderator has decided. */
    PRE,
    /** What screening finds nothing in is shown at once. */
    POST,
    /** There are no new comments. */
    OFF
}
