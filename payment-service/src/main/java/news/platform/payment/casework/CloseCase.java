package news.platform.payment.casework;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.payment.casework.Case.Closing;
import news.platform.payment.v1.PaymentReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes a case, once. */
@Component
final class CloseCase {
    private final Cases cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CloseCase(Cases cases, TransactionTemplate transaction, Clock clock) {
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The case after it; one that was closed before stays as it is. */
    Case close(String id, String note, String adminId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            cases.close(id, new Closing(clock.instant().truncatedTo(ChronoUnit.MICROS), adminId, note));
            return cases.find(id).orElseThrow(() -> new DomainException(PaymentReason.CASE_NOT_FOUND, "no such case"));
        }));
    }
}
