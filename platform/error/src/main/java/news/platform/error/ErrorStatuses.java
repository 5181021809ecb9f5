package news.platform.error;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Translates between refusals and gRPC statuses with {@code google.rpc} details. Thread-safe, never fails. */
public final class ErrorStatuses {
    static final String KIND = "kind";

    /** Details travel as a header: what is longer is cut, so that the refusal itself is never refused for its size. */
    private static final int MAX_TEXT = 200;

    private static final int MAX_ENTRIES = 10;

    private ErrorStatuses() {}

    /**
     * The status of a refusal: the code of its kind, ErrorInfo (reason, domain, metadata with {@code kind}), BadRequest
     * when fields are wrong, RetryInfo when retrying helps. At most 10 fields and 10 facts are passed on, texts are cut
     * after 200 characters.
     *
     * @param domain who refuses, e.g. {@code content-service}
     */
    public static StatusRuntimeException toStatus(DomainException e, String domain) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder()
                .setCode(e.reason().kind().code().value())
                .setMessage(cut(e.message()))
                .addDetails(Any.pack(errorInfo(e, domain)));
        if (!e.violations().isEmpty()) {
            status.addDetails(Any.pack(badRequest(e)));
        }
        e.retryAfter().map(ErrorStatuses::retryInfo).map(Any::pack).ifPresent(status::addDetails);
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** Reads a failed call back; anything that is neither a status nor a {@link DomainException} reads as INTERNAL. */
    public static ErrorDetails read(Throwable failure) {
        return StatusReader.read(failure);
    }

    private static ErrorInfo errorInfo(DomainException e, String domain) {
        ErrorInfo.Builder info =
                ErrorInfo.newBuilder().setReason(e.reason().name()).setDomain(domain);
        e.metadata().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .limit(MAX_ENTRIES)
                .forEach(entry -> info.putMetadata(entry.getKey(), cut(entry.getValue())));
        return info.putMetadata(KIND, e.reason().kind().name()).build();
    }

    private static BadRequest badRequest(DomainException e) {
        BadRequest.Builder badRequest = BadRequest.newBuilder();
        e.violations().stream().limit(MAX_ENTRIES).forEach(violation -> badRequest
                .addFieldViolationsBuilder()
                .setField(cut(violation.field()))
                .setDescription(cut(violation.message())));
        return badRequest.build();
    }

    private static RetryInfo retryInfo(java.time.Duration delay) {
        return RetryInfo.newBuilder()
                .setRetryDelay(
                        Duration.newBuilder().setSeconds(delay.getSeconds()).setNanos(delay.getNano()))
                .build();
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }
}
