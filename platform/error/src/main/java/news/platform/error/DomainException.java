package news.platform.error;

import com.google.protobuf.ProtocolMessageEnum;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way for the domain to refuse. The gRPC server turns it into a status with {@code google.rpc} details, the
 * gateway turns that into problem+json. Immutable, and without a stack trace: a refusal is an answer, not a defect.
 */
public final class DomainException extends RuntimeException {
    private final transient Reason reason;
    private final transient List<FieldViolation> violations;
    private final transient @Nullable Duration retryAfter;
    private final transient Map<String, String> metadata;

    /** Refuses for a reason of the contract; {@code message} is shown to the caller. */
    public DomainException(ProtocolMessageEnum reason, String message) {
        this(Reason.of(reason), message);
    }

    /** Refuses for {@code reason}; {@code message} is shown to the caller. */
    public DomainException(Reason reason, String message) {
        this(reason, message, Map.of());
    }

    /** Refuses for a reason of the contract with facts that a program may read; the key {@code kind} is taken. */
    public DomainException(ProtocolMessageEnum reason, String message, Map<String, String> metadata) {
        this(Reason.of(reason), message, metadata);
    }

    /** Refuses for {@code reason} with facts that a program may read; the key {@code kind} is taken. */
    public DomainException(Reason reason, String message, Map<String, String> metadata) {
        this(reason, message, List.of(), null, metadata);
    }

    private DomainException(
            Reason reason,
            String message,
            List<FieldViolation> violations,
            @Nullable Duration retryAfter,
            Map<String, String> metadata) {
        super(message, null, false, false);
        this.reason = reason;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.metadata = Map.copyOf(metadata);
    }

    /** Refuses because of one field, named by its path in lowerCamelCase. */
    public static DomainException field(ProtocolMessageEnum reason, String field, String message) {
        return field(Reason.of(reason), field, message);
    }

    /** Refuses because of one field, named by its path in lowerCamelCase. */
    public static DomainException field(Reason reason, String field, String message) {
        return new DomainException(
                reason, field + ": " + message, List.of(new FieldViolation(field, message)), null, Map.of());
    }

    /** Refuses because of several fields. */
    public static DomainException fields(ProtocolMessageEnum reason, String message, List<FieldViolation> violations) {
        return new DomainException(Reason.of(reason), message, violations, null, Map.of());
    }

    /** The same refusal, telling the caller when to try again. */
    public DomainException retryAfter(Duration delay) {
        return new DomainException(reason, message(), violations, delay, metadata);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the caller is told, never null. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The fields that are wrong, in the order found; empty when it is not about fields. */
    public List<FieldViolation> violations() {
        return violations;
    }

    /** When trying again may help; empty when not said. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Facts that a program may read; empty when there are none. */
    public Map<String, String> metadata() {
        return metadata;
    }
}
