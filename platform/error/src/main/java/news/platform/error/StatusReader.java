package news.platform.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the details of a status say; what it does not know or cannot parse is left out. */
final class StatusReader {
    private static final int MAX_CAUSES = 20;

    private final Status status;
    private @Nullable String reason;
    private Map<String, String> metadata = Map.of();
    private Optional<Kind> kind = Optional.empty();
    private final List<FieldViolation> violations = new ArrayList<>();
    private Optional<Duration> retryAfter = Optional.empty();

    private StatusReader(Status status) {
        this.status = status;
    }

    static ErrorDetails read(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < MAX_CAUSES; depth++, current = current.getCause()) {
            switch (current) {
                case DomainException e -> {
                    return details(e);
                }
                case StatusRuntimeException e -> {
                    return details(e.getStatus(), e.getTrailers());
                }
                case StatusException e -> {
                    return details(e.getStatus(), e.getTrailers());
                }
                default -> {}
            }
        }
        return details(Status.INTERNAL, null);
    }

    private static ErrorDetails details(DomainException e) {
        Kind kind = e.reason().kind();
        return new ErrorDetails(
                kind.code(),
                e.reason().name(),
                Optional.of(kind),
                e.message(),
                e.violations(),
                e.retryAfter(),
                e.metadata());
    }

    private static ErrorDetails details(Status status, @Nullable Metadata trailers) {
        StatusReader reader = new StatusReader(status);
        try {
            StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList().forEach(reader::add);
        } catch (IllegalArgumentException e) {
            // trailers that are no google.rpc.Status: the code alone still says enough
        }
        return reader.result();
    }

    private void add(Any detail) {
        try {
            if (detail.is(ErrorInfo.class)) {
                add(detail.unpack(ErrorInfo.class));
            } else if (detail.is(BadRequest.class)) {
                detail.unpack(BadRequest.class)
                        .getFieldViolationsList()
                        .forEach(v -> violations.add(new FieldViolation(v.getField(), v.getDescription())));
            } else if (detail.is(RetryInfo.class)) {
                com.google.protobuf.Duration delay =
                        detail.unpack(RetryInfo.class).getRetryDelay();
                retryAfter = Optional.of(Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
            }
        } catch (InvalidProtocolBufferException e) {
            // the code alone still says enough
        }
    }

    private void add(ErrorInfo info) {
        reason = info.getReason();
        metadata = new HashMap<>(info.getMetadataMap());
        String name = metadata.remove(ErrorStatuses.KIND);
        kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(name)).findFirst();
    }

    private ErrorDetails result() {
        String description = status.getDescription();
        return new ErrorDetails(
                status.getCode(),
                reason == null ? status.getCode().name() : reason,
                kind,
                reason == null || description == null ? sentence(status.getCode()) : description,
                List.copyOf(violations),
                retryAfter,
                Map.copyOf(metadata));
    }

    private static String sentence(Status.Code code) {
        return switch (code) {
            case OK -> "Nothing went wrong.";
            case CANCELLED -> "The caller left before the answer.";
            case INVALID_ARGUMENT, OUT_OF_RANGE, FAILED_PRECONDITION -> "The request cannot be accepted.";
            case UNAUTHENTICATED -> "A valid access token is needed.";
            case PERMISSION_DENIED -> "The caller may not do this.";
            case NOT_FOUND -> "There is no such thing.";
            case ALREADY_EXISTS, ABORTED -> "The request conflicts with another.";
            case RESOURCE_EXHAUSTED -> "Too much of it for now.";
            case UNIMPLEMENTED -> "This is not offered here.";
            case UNAVAILABLE -> "The service cannot be reached for now.";
            case DEADLINE_EXCEEDED -> "The service did not answer in time.";
            case UNKNOWN, INTERNAL, DATA_LOSS -> "Something went wrong on our side.";
        };
    }
}
