package news.platform.error;

import io.grpc.Status;

/**
 * What sort of refusal a {@link Reason} is; decides the gRPC code between the services and the HTTP status at the edge.
 * Codes as in google.rpc.Code; where two kinds share a code, the HTTP status tells them apart.
 */
public enum Kind {
    /** The request itself is wrong, whatever the state. */
    INVALID(Status.Code.INVALID_ARGUMENT, 400),
    /** Who calls is not known. */
    UNAUTHENTICATED(Status.Code.UNAUTHENTICATED, 401),
    /** Who calls is known and may not. */
    FORBIDDEN(Status.Code.PERMISSION_DENIED, 403),
    /** There is no such thing, or not for the caller. */
    NOT_FOUND(Status.Code.NOT_FOUND, 404),
    /** What should be made is there already. */
    ALREADY_EXISTS(Status.Code.ALREADY_EXISTS, 409),
    /** The state does not allow it; repeating will not help. */
    CONFLICT(Status.Code.FAILED_PRECONDITION, 409),
    /** The same is under way; repeating later may help. */
    IN_PROGRESS(Status.Code.ABORTED, 409),
    /** There was such a thing, it was withdrawn for good. */
    GONE(Status.Code.NOT_FOUND, 410),
    /** The caller's If-Match is not the current etag. */
    STALE(Status.Code.ABORTED, 412),
    /** Understood and well-formed, yet contradicting an earlier request (an Idempotency-Key with another body). */
    UNPROCESSABLE(Status.Code.FAILED_PRECONDITION, 422),
    /** Too much of it; RetryInfo says when again. */
    TOO_MANY(Status.Code.RESOURCE_EXHAUSTED, 429),
    /** For now it cannot be done; RetryInfo says when again. */
    UNAVAILABLE(Status.Code.UNAVAILABLE, 503),
    /** Something is broken on this side; nothing more is told. */
    INTERNAL(Status.Code.INTERNAL, 500);

    private final Status.Code code;
    private final int httpStatus;

    Kind(Status.Code code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /**
     * The kind that the contract states.
     *
     * @throws IllegalArgumentException when it states none
     */
    static Kind of(news.platform.error.v1.Kind stated) {
        return switch (stated) {
            case KIND_INVALID -> INVALID;
            case KIND_UNAUTHENTICATED -> UNAUTHENTICATED;
            case KIND_FORBIDDEN -> FORBIDDEN;
            case KIND_NOT_FOUND -> NOT_FOUND;
            case KIND_ALREADY_EXISTS -> ALREADY_EXISTS;
            case KIND_CONFLICT -> CONFLICT;
            case KIND_IN_PROGRESS -> IN_PROGRESS;
            case KIND_GONE -> GONE;
            case KIND_STALE -> STALE;
            case KIND_UNPROCESSABLE -> UNPROCESSABLE;
            case KIND_TOO_MANY -> TOO_MANY;
            case KIND_UNAVAILABLE -> UNAVAILABLE;
            case KIND_INTERNAL -> INTERNAL;
            case KIND_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException(stated + " is no kind");
        };
    }

    /** The gRPC code of this kind. */
    public Status.Code code() {
        return code;
    }

    /** The HTTP status of this kind. */
    public int httpStatus() {
        return httpStatus;
    }
}
