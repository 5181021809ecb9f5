package news.platform.messaging;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import news.platform.error.DomainException;
import news.platform.error.Kind;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How a failed event is tried again. What is away comes back, so that is waited for without end: were it a dead letter's
 * reason, an hour without the database would turn every event into one. What fails by itself gets a few tries.
 */
final class FailurePolicy {
    private static final Set<Status.Code> AWAY =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);
    private static final Set<Kind> AWAY_KINDS = Set.of(Kind.UNAVAILABLE, Kind.TOO_MANY, Kind.IN_PROGRESS);

    private final MessagingProperties.Consumer settings;

    FailurePolicy(MessagingProperties.Consumer settings) {
        this.settings = settings;
    }

    BackOff backOff(Throwable failure) {
        if (causedBy(failure, MalformedEventException.class::isInstance)) {
            return new FixedBackOff(0, 0);
        }
        var backOff = new ExponentialBackOff(settings.firstBackOff().toMillis(), 3);
        backOff.setMaxInterval(settings.maxBackOff().toMillis());
        if (!isTransient(failure)) {
            backOff.setMaxAttempts(settings.retries());
        }
        return backOff;
    }

    /** Whether something that the handler needs is away. */
    static boolean isTransient(Throwable failure) {
        return causedBy(failure, FailurePolicy::isAway);
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case DomainException refusal -> AWAY_KINDS.contains(refusal.reason().kind());
            case StatusRuntimeException status ->
                AWAY.contains(status.getStatus().getCode());
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    SQLTransientException _ -> true;
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
