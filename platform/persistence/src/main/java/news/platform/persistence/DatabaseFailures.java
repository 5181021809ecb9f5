package news.platform.persistence;

import java.time.Duration;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.error.ExceptionTranslator;
import news.platform.error.v1.PlatformReason;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A database that is away, full or too slow is UNAVAILABLE: the caller may try again, and none of it is a bug. */
public final class DatabaseFailures implements ExceptionTranslator {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    DatabaseFailures() {}

    /** Whether it says that the database cannot be used for now; a transaction that could be neither committed nor rolled back does. */
    public static boolean isAway(Throwable exception) {
        return switch (exception) {
            case DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _ -> true;
            default -> false;
        };
    }

    @Override
    public Optional<DomainException> translate(Throwable exception) {
        return isAway(exception)
                ? Optional.of(
                        new DomainException(PlatformReason.DATABASE_UNAVAILABLE, "the database cannot be used for now")
                                .retryAfter(RETRY_AFTER))
                : Optional.empty();
    }
}
