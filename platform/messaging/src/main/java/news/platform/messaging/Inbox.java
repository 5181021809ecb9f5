package news.platform.messaging;

import java.time.Clock;
import java.util.function.Supplier;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers, in the transaction of the effect, which consumer has handled which event. Thread-safe. */
final class Inbox {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Runs the action in a transaction unless this consumer has handled the event before. Where two try at once, the second
     * waits for the first's transaction and then sees its row, or does the work in its place.
     *
     * @return whether it was run
     */
    boolean once(String consumer, String eventId, Runnable action) {
        Supplier<Boolean> work = () -> {
            if (!remember(consumer, eventId)) {
                return false;
            }
            action.run();
            return true;
        };
        return Boolean.TRUE.equals(transaction.execute(_ -> work.get()));
    }

    private boolean remember(String consumer, String eventId) {
        return jdbc.sql("""
                        INSERT INTO platform.inbox (consumer, event_id, handle_time)
                        VALUES (:consumer, CAST(:id AS uuid), :now) ON CONFLICT DO NOTHING""")
                        .param("consumer", consumer)
                        .param("id", eventId)
                        .param("now", Instants.parameter(clock.instant()))
                        .update()
                == 1;
    }
}
