package news.platform.error;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failed call, read back from its status by {@link ErrorStatuses#read}.
 *
 * @param code the gRPC code
 * @param reason the reason given by the callee, else the name of the code
 * @param kind what sort of refusal; empty when the callee did not say, i.e. when it did not refuse but failed
 * @param message always fit to be shown: what a library or the network said is replaced by a sentence of ours
 * @param violations the fields that are wrong; empty when it is not about fields
 * @param retryAfter when trying again may help; empty when not said
 * @param metadata facts that a program may read, without {@code kind}
 */
public record ErrorDetails(
        Status.Code code,
        String reason,
        Optional<Kind> kind,
        String message,
        List<FieldViolation> violations,
        Optional<Duration> retryAfter,
        Map<String, String> metadata) {

    /** The HTTP status: by the kind where there is one, else by the code as in google.rpc.Code; late is 503 as down is. */
    public int httpStatus() {
        return kind.map(Kind::httpStatus).orElseGet(() -> httpStatus(code));
    }

    private static int httpStatus(Status.Code code) {
        return switch (code) {
            case OK -> 200;
            case CANCELLED -> 499;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE, DEADLINE_EXCEEDED -> 503;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
        };
    }
}
