package news.platform.messaging.group;

import java.time.Clock;
import java.util.Objects;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers, in the transaction of the effect, which consumer has handled which event; and how often a consumer has begun
 * anew, so that a replica that does not know yet changes nothing behind a replay's back. Thread-safe.
 */
final class Inbox {
    /** What became of an event. */
    enum Outcome {
        /** It has its effect now. */
        HANDLED,
        /** It had it before. */
        DUPLICATE,
        /** The consumer has begun anew since; its new generation will handle it. */
        SUPERSEDED
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Runs the action in a transaction unless this consumer has handled the event before or has begun anew. Where two try at
     * once, the second waits for the first's transaction and then sees its row, or does the work in its place.
     */
    Outcome once(String consumer, int generation, String eventId, Runnable action) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Outcome outcome = remember(consumer, generation, eventId);
            if (outcome == Outcome.HANDLED) {
                action.run();
            }
            return outcome;
        }));
    }

    /** The generation that a consumer is in; 0 for a new one. */
    int generation(String consumer) {
        jdbc.sql("INSERT INTO platform.event_consumer (name) VALUES (:name) ON CONFLICT DO NOTHING")
                .param("name", consumer)
                .update();
        return jdbc.sql("SELECT generation FROM platform.event_consumer WHERE name = :name")
                .param("name", consumer)
                .query(Integer.class)
                .single();
    }

    /** Begins a consumer anew: what it has handled is forgotten, and by {@code clear} what came of it. */
    void renew(String consumer, Runnable clear) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("UPDATE platform.event_consumer SET generation = generation + 1 WHERE name = :name")
                    .param("name", consumer)
                    .update();
            jdbc.sql("DELETE FROM platform.inbox WHERE consumer = :name")
                    .param("name", consumer)
                    .update();
            clear.run();
        });
    }

    private Outcome remember(String consumer, int generation, String eventId) {
        return jdbc.sql("""
                        WITH current AS (
                          SELECT generation FROM platform.event_consumer WHERE name = :consumer FOR SHARE),
                        remembered AS (
                          INSERT INTO platform.inbox (consumer, event_id, handle_time)
                          SELECT :consumer, CAST(:id AS uuid), :now FROM current WHERE generation = :generation
                          ON CONFLICT DO NOTHING RETURNING 1)
                        SELECT (SELECT generation FROM current) = :generation AS is_current,
                               EXISTS (SELECT 1 FROM remembered) AS is_new""")
                .param("consumer", consumer)
                .param("generation", generation)
                .param("id", eventId)
                .param("now", Instants.parameter(clock.instant()))
                .query((row, _) -> {
                    if (!row.getBoolean("is_current")) {
                        return Outcome.SUPERSEDED;
                    }
                    return row.getBoolean("is_new") ? Outcome.HANDLED : Outcome.DUPLICATE;
                })
                .single();
    }
}
