package news.platform.messaging.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.platform.error.DomainException;
import news.platform.error.ErrorStatuses;
import news.platform.error.v1.PlatformReason;
import news.platform.messaging.MalformedEventException;
import news.platform.messaging.MessagingProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOffExecution;

class FailurePolicyTest {
    private final FailurePolicy policy = new FailurePolicy(new MessagingProperties.Consumer(
            4,
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofDays(7)));

    @ParameterizedTest
    @MethodSource("away")
    void waitsWithoutEndForWhatIsAway(Exception failure) {
        assertThat(pauses(new IllegalStateException(failure), 50)).hasSize(50).endsWith(5000L, 5000L);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void givesUpAfterAFewTriesOnWhatFailsByItself(Exception failure) {
        assertThat(pauses(failure, 50)).containsExactly(200L, 600L, 1800L, 5000L);
    }

    @Test
    void givesUpAtOnceOnWhatCannotBeRead() {
        assertThat(pauses(new IllegalStateException(new MalformedEventException("no id", null)), 50))
                .isEmpty();
    }

    private static List<Exception> away() {
        return List.of(
                new DataAccessResourceFailureException("connection refused"),
                new PessimisticLockingFailureException("deadlock"),
                new CannotCreateTransactionException("pool empty"),
                new TransactionSystemException("JDBC rollback failed"),
                new DomainException(PlatformReason.CALLEE_DOWN, "user-service is away"),
                Status.UNAVAILABLE.asRuntimeException(),
                Status.DEADLINE_EXCEEDED.asRuntimeException(),
                ErrorStatuses.toStatus(new DomainException(PlatformReason.RATE_LIMITED, "too many"), "user"));
    }

    private static List<Exception> broken() {
        return List.of(
                new IllegalStateException("a bug"),
                new DuplicateKeyException("there already"),
                new DomainException(PlatformReason.INVALID_FIELD, "wrong"),
                Status.RESOURCE_EXHAUSTED.withDescription("message too large").asRuntimeException(),
                Status.NOT_FOUND.asRuntimeException());
    }

    private List<Long> pauses(Exception failure, int limit) {
        BackOffExecution execution = policy.backOff(failure).start();
        var pauses = new ArrayList<Long>();
        long pause = execution.nextBackOff();
        while (pause != BackOffExecution.STOP && pauses.size() < limit) {
            pauses.add(pause);
            pause = execution.nextBackOff();
        }
        return pauses;
    }
}
