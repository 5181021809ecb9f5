package news.platform.comment.thread;

import java.time.Instant;

/**
 * A comment.
 *
 * @param target what it is about, as {@code type/id}
 * @param rootId what begins the conversation; empty where it is this one
 * @param replyToId what it answers; empty where it answers none
 * @param authorId empty in a tombstone as readers see it
 * @param text exactly as written; empty in a tombstone
 * @param reason why it is not shown, for its author; empty where there is nothing to tell
 * @param version rises with each change
 * @param updateTime when the text last changed
 */
public record Comment(
        String id,
        String target,
        String rootId,
        String replyToId,
        String authorId,
        String text,
        State state,
        String reason,
        long version,
        Instant createTime,
        Instant updateTime) {
    /** Whether readers see it. */
    public enum State {
        VISIBLE,
        PENDING,
        REJECTED,
        DELETED
    }

    /** Whether it is in this state. */
    public boolean is(State other) {
        return state == other;
    }

    /** Whether it begins a conversation. */
    public boolean isRoot() {
        return rootId.isEmpty();
    }

    boolean isEdited() {
        return updateTime.isAfter(createTime);
    }

    /** What stands in this one's place for readers who do not see it, because of its replies. */
    Comment tombstone() {
        return new Comment(id, target, rootId, replyToId, "", "", State.DELETED, "", version, createTime, createTime);
    }

    /** As a reader sees it, whoever that is. */
    Comment seenBy(String userId) {
        return is(State.VISIBLE) || is(State.PENDING) && authorId.equals(userId) ? this : tombstone();
    }

    Comment rewritten(String newText, State newState, String newReason, Instant now) {
        return new Comment(
                id, target, rootId, replyToId, authorId, newText, newState, newReason, version + 1, createTime, now);
    }

    /** As a moderator, or a rule, has it from now on. */
    public Comment moderated(State newState, String newReason) {
        return new Comment(
                id,
                target,
                rootId,
                replyToId,
                authorId,
                text,
                newState,
                newReason,
                version + 1,
                createTime,
                updateTime);
    }

    Comment deleted() {
        return new Comment(
                id, target, rootId, replyToId, authorId, "", State.DELETED, "", version + 1, createTime, updateTime);
    }
}
