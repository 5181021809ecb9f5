package news.platform.messaging.group;

import io.grpc.StatusRuntimeException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.Kind;
import news.platform.messaging.MalformedEventException;
import news.platform.messaging.MessagingProperties;
import news.platform.persistence.DatabaseFailures;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How a failed event is tried again. What is away comes back, so that is waited for without end: were it a dead letter's
 * reason, an hour without the database would turn every event into one. What fails by itself gets a few tries.
 */
public final class FailurePolicy {
    private static final Set<Kind> AWAY_KINDS = Set.of(Kind.UNAVAILABLE, Kind.TOO_MANY, Kind.IN_PROGRESS);

    private final MessagingProperties.Consumer settings;

    FailurePolicy(MessagingProperties.Consumer settings) {
        this.settings = settings;
    }

    BackOff backOff(Throwable failure) {
        if (isMalformed(failure)) {
            return new FixedBackOff(0, 0);
        }
        var backOff = new ExponentialBackOff(settings.firstBackOff().toMillis(), 3);
        backOff.setMaxInterval(settings.maxBackOff().toMillis());
        if (!isTransient(failure)) {
            backOff.setMaxAttempts(settings.retries());
        }
        return backOff;
    }

    /** Whether it cannot be read, now or ever. */
    static boolean isMalformed(Throwable failure) {
        return causedBy(failure, MalformedEventException.class::isInstance);
    }

    /** Whether something that the handler needs is away. */
    public static boolean isTransient(Throwable failure) {
        return causedBy(failure, FailurePolicy::isAway);
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case DomainException refusal -> AWAY_KINDS.contains(refusal.reason().kind());
            case StatusRuntimeException status -> isAway(status);
            case SQLTransientException _ -> true;
            default -> DatabaseFailures.isAway(cause);
        };
    }

    private static boolean isAway(StatusRuntimeException failure) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
            // gRPC says so of a message that is too large, too, which it will be the next time; a callee says why
            case RESOURCE_EXHAUSTED -> ErrorStatuses.read(failure).kind().isPresent();
            default -> false;
        };
    }

    private static boolean causedBy(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
