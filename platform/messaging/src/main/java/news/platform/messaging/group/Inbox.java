package news.platform.messaging.group;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
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
     * Runs the action, with the index, for each of the events that this consumer has not handled before, in their order and in one
     * transaction; for none where it has begun anew. Where two try at once, the second waits for the first's transaction and then
     * sees its rows, or does the work in its place.
     *
     * @return what became of each
     */
    List<Outcome> once(String consumer, int generation, List<String> eventIds, IntConsumer action) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Outcome> outcomes = remember(consumer, generation, eventIds);
            IntStream.range(0, outcomes.size())
                    .filter(index -> outcomes.get(index) == Outcome.HANDLED)
                    .forEach(action);
            return outcomes;
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

    private List<Outcome> remember(String consumer, int generation, List<String> eventIds) {
        return jdbc.sql("""
                        WITH current AS (
                          SELECT generation FROM platform.event_consumer WHERE name = :consumer FOR SHARE),
                        given AS (
                          SELECT CAST(id AS uuid) AS event_id, number,
                                 row_number() OVER (PARTITION BY CAST(id AS uuid) ORDER BY number) = 1 AS is_first
                          FROM unnest(:ids) WITH ORDINALITY AS ids (id, number)),
                        remembered AS (
                          INSERT INTO platform.inbox (consumer, event_id, handle_time)
                          SELECT :consumer, event_id, :now FROM given, current
                          WHERE is_first AND generation = :generation
                          ORDER BY number
                          ON CONFLICT DO NOTHING RETURNING event_id)
                        SELECT (SELECT generation FROM current) = :generation AS is_current,
                               is_first AND event_id IN (SELECT event_id FROM remembered) AS is_new
                        FROM given ORDER BY number""")
                .param("consumer", consumer)
                .param("generation", generation)
                .param("ids", eventIds.toArray(String[]::new))
                .param("now", Instants.parameter(clock.instant()))
                .query((row, _) -> {
                    if (!row.getBoolean("is_current")) {
                        return Outcome.SUPERSEDED;
                    }
                    return row.getBoolean("is_new") ? Outcome.HANDLED : Outcome.DUPLICATE;
                })
                .list();
    }
}
