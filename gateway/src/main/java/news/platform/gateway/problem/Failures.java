package news.platform.gateway.problem;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import news.platform.error.ErrorDetails;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.ResourceAccessException;

/** The one place where a failure of any kind becomes a problem. What is our own fault is logged here, once. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String ALLOW = "Allow";
    private static final int MAX_CAUSES = 16;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private Failures() {}

    /** What is known of a failure stays known however often it is wrapped: a client's mistake never becomes our own. */
    public static Problem of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MAX_CAUSES && cause != null; depth++) {
            var known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return ofCall(failure);
    }

    private static @Nullable Problem known(Throwable failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case AuthenticationException _ -> unauthenticated("A valid access token is needed.");
            case AccessDeniedException _ -> forbidden();
            case RequestRejectedException _ -> Problem.of(400, "BAD_REQUEST", "The address is not acceptable.");
            case BadRequestException _ -> ofStatus(400);
            case ResourceAccessException _ -> unreachable();
            case InvalidParameterException _ -> ofStatus(400);
            case ErrorResponse e -> ofLibrary(e);
            default -> null;
        };
    }

    /** A 405 says which methods there are. */
    private static Problem ofLibrary(ErrorResponse failure) {
        var problem = ofStatus(failure.getStatusCode().value());
        var allow = failure.getHeaders().getFirst(ALLOW);
        return allow == null ? problem : problem.with(ALLOW, allow);
    }

    public static Problem unauthenticated(String detail) {
        return Problem.of(PlatformReason.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer");
    }

    public static Problem forbidden() {
        return Problem.of(PlatformReason.PERMISSION_DENIED, "The caller may not do this.")
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    /** The plain problem of a status that a library decided on. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "The request is not well-formed.");
            case 401 -> unauthenticated("A valid access token is needed.");
            case 403 -> forbidden();
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "The address is not known with this method.");
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "The answer is application/json.");
            case 413 -> Problem.of(413, "TOO_LARGE", "The body is too large.");
            case 414 -> Problem.of(414, "ADDRESS_TOO_LONG", "The address is too long.");
            case 415 -> Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json.");
            case 431 -> Problem.of(431, "HEADERS_TOO_LARGE", "The headers are too many or too long.");
            case 503 -> unreachable();
            default -> other(status);
        };
    }

    private static Problem other(int status) {
        var known = HttpStatus.resolve(status);
        return known == null || status < 400 || status == 500
                ? internal()
                : Problem.of(status, known.name(), known.getReasonPhrase() + ".");
    }

    private static Problem ofCall(Throwable failure) {
        ErrorDetails details = ErrorStatuses.read(failure);
        int status = details.httpStatus();
        if (status >= 500 && status != UNAVAILABLE) {
            log(details, failure);
        }
        var problem = new Problem(status, details.reason(), details.message(), details.violations(), Map.of());
        if (status == UNAVAILABLE || status == TOO_MANY) {
            return problem.retryAfter(details.retryAfter().orElse(SOON));
        }
        return status == 401 ? problem.with("WWW-Authenticate", "Bearer") : problem.retryAfter(details.retryAfter());
    }

    /** What a service failed at, that service has logged with its trace. */
    private static void log(ErrorDetails details, Throwable failure) {
        if (failure instanceof StatusRuntimeException) {
            log.warn("A service failed: {}", details.reason());
        } else {
            log.error("A request failed on our side: {}", details.reason(), failure);
        }
    }

    private static Problem unreachable() {
        return Problem.of(UNAVAILABLE, "UNAVAILABLE", "The service cannot be reached for now.")
                .retryAfter(SOON);
    }

    private static Problem internal() {
        return Problem.of(PlatformReason.INTERNAL, "Something went wrong on our side.");
    }
}
