package news.platform.grpc.server;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Message;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.FieldViolation;
import news.platform.error.v1.PlatformReason;
import news.platform.rule.BrokenRule;

/** Refuses requests outside the rules of their fields, and values that no service can keep. Thread-safe. */
final class RequestRules {
    private final Validator validator;
    private final StorableValues storable = new StorableValues();

    RequestRules(Validator validator) {
        this.validator = validator;
    }

    /** Throws INVALID_FIELD with one violation for each field that is wrong. */
    void check(Message request) {
        List<FieldViolation> unstorable = storable.violations(request);
        if (!unstorable.isEmpty()) {
            throw refusal(unstorable);
        }
        ValidationResult result;
        try {
            result = validator.validate(request);
        } catch (ValidationException e) {
            throw new IllegalStateException(
                    "the field rules of " + request.getDescriptorForType().getFullName() + " do not work", e);
        }
        if (!result.isSuccess()) {
            throw refusal(result.getViolations().stream()
                    .map(violation -> BrokenRule.of(request, violation))
                    .map(broken -> new FieldViolation(broken.field(), broken.message()))
                    .toList());
        }
    }

    private static DomainException refusal(List<FieldViolation> violations) {
        FieldViolation first = violations.getFirst();
        return violations.size() == 1
                ? DomainException.field(PlatformReason.INVALID_FIELD, first.field(), first.message())
                : DomainException.fields(
                        PlatformReason.INVALID_FIELD, "Some fields are outside their rules.", violations);
    }
}
