package news.platform.error;

/** The reasons that any service and the gateway may answer. */
public enum PlatformReason implements Reason {
    /** A field is outside its rules; the violations say which. */
    INVALID_FIELD(Kind.INVALID),
    /** The page token was not made here, or for another list. */
    BAD_PAGE_TOKEN(Kind.INVALID),
    /** The etag sent is not the current one. */
    ETAG_MISMATCH(Kind.STALE),
    /** No access token, or one that is not valid. */
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    /** The caller lacks the role. */
    PERMISSION_DENIED(Kind.FORBIDDEN),
    /** The method takes an Idempotency-Key and none was sent. */
    IDEMPOTENCY_KEY_MISSING(Kind.INVALID),
    /** The Idempotency-Key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(Kind.UNPROCESSABLE),
    /** The first request with this Idempotency-Key is still running. */
    IDEMPOTENCY_KEY_IN_USE(Kind.IN_PROGRESS),
    /** Too many calls from this caller. */
    RATE_LIMITED(Kind.TOO_MANY),
    /** Too many calls at once for now; none was started. */
    OVERLOADED(Kind.UNAVAILABLE),
    /** The callee has been failing; for now it is not asked. */
    CALLEE_DOWN(Kind.UNAVAILABLE),
    /** The callee did not answer in time. */
    DEADLINE_EXCEEDED(Kind.UNAVAILABLE),
    /** The keys that access tokens are verified with cannot be had for now. */
    KEYS_UNAVAILABLE(Kind.UNAVAILABLE),
    /** The database is away or too slow for now; nothing was changed. */
    DATABASE_UNAVAILABLE(Kind.UNAVAILABLE),
    /** Something is broken on this side. */
    INTERNAL(Kind.INTERNAL);

    private final Kind kind;

    PlatformReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
