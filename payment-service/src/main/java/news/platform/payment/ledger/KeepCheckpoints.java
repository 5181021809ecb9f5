package news.platform.payment.ledger;

import java.time.Duration;
import java.util.Objects;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the ledger up now and then, so that a balance is the sum of little. */
@Component
final class KeepCheckpoints {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final TransactionTemplate transaction;

    KeepCheckpoints(Ledger ledger, TransactionTemplate transaction, Rounds rounds) {
        this.ledger = ledger;
        this.transaction = transaction;
        rounds.every("ledger-checkpoint", PAUSE, this::keep);
    }

    /** Others book meanwhile, but for the moment in which the last number is read. */
    void keep() {
        var last = Objects.requireNonNull(transaction.execute(_ -> ledger.last()));
        transaction.executeWithoutResult(_ -> ledger.checkpoint(last));
    }
}
