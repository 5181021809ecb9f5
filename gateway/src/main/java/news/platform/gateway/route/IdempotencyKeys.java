package news.platform.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import news.platform.edge.v1.IdempotencyKey;
import news.platform.error.FieldViolation;
import news.platform.error.v1.PlatformReason;
import news.platform.gateway.problem.Problem;
import news.platform.gateway.request.RequestHeader;

/** The Idempotency-Key that a method asks for: 1 to 255 visible ASCII characters. */
final class IdempotencyKeys {

    private static final RequestHeader HEADER = RequestHeader.IDEMPOTENCY_KEY;
    private static final int MAX_LENGTH = 255;

    private IdempotencyKeys() {}

    /** Empty where none was sent or the method does not look at it. */
    static Optional<String> of(IdempotencyKey policy, HttpServletRequest request) {
        boolean required = policy == IdempotencyKey.IDEMPOTENCY_KEY_REQUIRED;
        if (!required && policy != IdempotencyKey.IDEMPOTENCY_KEY_OPTIONAL) {
            return Optional.empty();
        }
        var key = HEADER.visible(request, MAX_LENGTH);
        if (required && key.isEmpty()) {
            throw missing().asException();
        }
        return key;
    }

    private static Problem missing() {
        var problem = Problem.fields(List.of(new FieldViolation(HEADER.headerName(), "is required here")));
        return new Problem(
                problem.status(),
                PlatformReason.IDEMPOTENCY_KEY_MISSING.name(),
                problem.detail(),
                problem.errors(),
                problem.headers());
    }
}
