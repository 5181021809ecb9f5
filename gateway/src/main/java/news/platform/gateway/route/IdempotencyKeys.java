package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.error.FieldViolation;
import news.platform.error.PlatformReason;
import news.platform.gateway.problem.Problem;

/** The Idempotency-Key that a method asks for: 1 to 255 visible ASCII characters. */
final class IdempotencyKeys {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;

    private IdempotencyKeys() {}

    /** Empty where none was sent or the method does not look at it. */
    static Optional<String> of(IdempotencyKey policy, HttpServletRequest request) {
        boolean required = policy == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED;
        if (!required && policy != IdempotencyKey.IDEMPOTENCY_KEY_OPTIONAL) {
            return Optional.empty();
        }
        var key = request.getHeader(HEADER);
        if (key == null) {
            if (required) {
                throw missing().asException();
            }
            return Optional.empty();
        }
        if (key.isEmpty() || key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw Problem.field(HEADER, "must be 1 to 255 visible ASCII characters")
                    .asException();
        }
        return Optional.of(key);
    }

    private static Problem missing() {
        var problem = Problem.fields(List.of(new FieldViolation(HEADER, "is required here")));
        return new Problem(
                problem.status(),
                PlatformReason.IDEMPOTENCY_KEY_MISSING.name(),
                problem.detail(),
                problem.errors(),
                problem.headers());
    }
}
