package news.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailuresTest {
    private final DatabaseFailures failures = new DatabaseFailures();

    /** As Spring has it where the connection of a transaction breaks: what broke first is only its application exception. */
    private static TransactionSystemException broken() {
        var broken = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        broken.initApplicationException(new DataAccessResourceFailureException("unexpected postmaster exit"));
        return broken;
    }

    private static List<Exception> away() {
        return List.of(
                new DataAccessResourceFailureException("connection refused"),
                new PessimisticLockingFailureException("deadlock"),
                new CannotCreateTransactionException("pool empty"),
                broken());
    }

    @ParameterizedTest
    @MethodSource("away")
    void saysThatTheDatabaseIsAway(Exception failure) {
        assertThat(failures.translate(failure)).hasValueSatisfying(refusal -> assertThat(refusal.reason())
                .isEqualTo(Reason.of(PlatformReason.DATABASE_UNAVAILABLE)));
    }

    @Test
    void leavesToOthersWhatIsABug() {
        assertThat(failures.translate(new DuplicateKeyException("there already")))
                .isEmpty();
        assertThat(failures.translate(new IllegalStateException("a bug"))).isEmpty();
    }
}
