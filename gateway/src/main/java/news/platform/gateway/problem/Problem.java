package news.platform.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.error.FieldViolation;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;

/**
 * What a client is told about a failure.
 *
 * @param status the HTTP status, 400 to 599
 * @param reason the stable name of what went wrong
 * @param detail for a person to read
 * @param errors the fields that are wrong, may be empty
 * @param headers to be set on the answer, e.g. Retry-After, Allow
 */
public record Problem(
        int status, String reason, String detail, List<FieldViolation> errors, Map<String, String> headers) {

    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String reason, String detail) {
        return new Problem(status, reason, detail, List.of(), Map.of());
    }

    public static Problem of(PlatformReason stated, String detail) {
        var reason = Reason.of(stated);
        return of(reason.kind().httpStatus(), reason.name(), detail);
    }

    /** One field, parameter or header is wrong: 400. */
    public static Problem field(String field, String message) {
        return fields(List.of(new FieldViolation(field, message)));
    }

    /** Some fields are wrong: 400. */
    public static Problem fields(List<FieldViolation> errors) {
        var first = errors.getFirst();
        var detail = errors.size() == 1
                ? "%s: %s".formatted(first.field(), first.message())
                : "%d fields are outside their rules".formatted(errors.size());
        return new Problem(400, PlatformReason.INVALID_FIELD.name(), detail, errors, Map.of());
    }

    public Problem with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, reason, detail, errors, more);
    }

    /** Says when trying again may help, in whole seconds, at least one. */
    public Problem retryAfter(Duration delay) {
        return with(
                "Retry-After", Long.toString(Math.max(1, delay.plusMillis(999).toSeconds())));
    }

    /** Says when trying again may help, where that is known. */
    public Problem retryAfter(Optional<Duration> delay) {
        return delay.map(this::retryAfter).orElse(this);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The document as UTF-8. */
    public byte[] body(String traceId) {
        return ProblemJson.write(this, traceId);
    }
}
