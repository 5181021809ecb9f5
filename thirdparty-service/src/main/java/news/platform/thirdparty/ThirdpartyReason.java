package news.platform.thirdparty;

import news.platform.error.Kind;
import news.platform.error.Reason;

/** Why this service refuses. */
public enum ThirdpartyReason implements Reason {
    /** No feed source with this id. */
    FEED_SOURCE_NOT_FOUND(Kind.NOT_FOUND),
    /** The address is polled already. */
    FEED_SOURCE_EXISTS(Kind.ALREADY_EXISTS),
    /** The address leads into a network that is not public. */
    FORBIDDEN_ADDRESS(Kind.INVALID),
    /** The feed is being polled right now. */
    POLL_RUNNING(Kind.IN_PROGRESS),
    /** Nobody known signed this, or not this, or not now. */
    BAD_SIGNATURE(Kind.UNAUTHENTICATED),
    /** No ninjs object, nor a list of them. */
    BAD_NINJS(Kind.INVALID);

    private final Kind kind;

    ThirdpartyReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
