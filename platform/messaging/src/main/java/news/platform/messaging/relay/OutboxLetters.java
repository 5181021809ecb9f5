package news.platform.messaging.relay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that could not be sent. Thread-safe. */
final class OutboxLetters {
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    OutboxLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event, without what it says. */
    record Letter(String eventId, String topic, String subject, String type, String reason, Instant deadTime) {}

    /** The oldest ones. */
    List<Letter> oldest() {
        return jdbc.sql("""
                        SELECT event_id, topic, subject, type, reason, dead_time
                        FROM platform.outbox_dead_letter ORDER BY id LIMIT :shown""")
                .param("shown", SHOWN)
                .query((row, _) -> new Letter(
                        row.getString("event_id"),
                        row.getString("topic"),
                        row.getString("subject"),
                        row.getString("type"),
                        row.getString("reason"),
                        Instants.of(row, "dead_time")))
                .list();
    }

    /** Puts all of them back where they were, to be sent again in their order. Returns how many. */
    int retry() {
        return jdbc.sql("""
                        WITH back AS (DELETE FROM platform.outbox_dead_letter RETURNING *)
                        INSERT INTO platform.outbox
                          (id, event_id, topic, type, subject, version, payload, traceparent, create_time)
                        OVERRIDING SYSTEM VALUE
                        SELECT id, event_id, topic, type, subject, version, payload, traceparent, create_time FROM back""").update();
    }

    /** Gives one up for good; those behind it may follow once they are retried. Returns how many: 1, or 0 where it is gone. */
    int discard(UUID eventId) {
        return jdbc.sql("DELETE FROM platform.outbox_dead_letter WHERE event_id = :id")
                .param("id", eventId)
                .update();
    }
}
