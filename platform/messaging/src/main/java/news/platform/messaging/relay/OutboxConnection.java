package news.platform.messaging.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The relay's own connection. As long as it lives and holds the lock, no other relay of the database reads the outbox; when
 * it dies, however that happens, PostgreSQL frees the lock. One thread but for {@link #close()}.
 */
final class OutboxConnection implements AutoCloseable {
    /** Any number that no other advisory lock of the database uses; two-key space of its own. */
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('platform.outbox'), 1)";

    private final Connection connection;

    OutboxConnection(Connection connection) {
        this.connection = connection;
    }

    /** Whether this is the one relay of the database now. */
    boolean tryLock() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(LOCK)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** From now on {@link #await} returns early when something was published. */
    void listen() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN platform_outbox");
            // what a crash brings back is sent again, in its order: deleting need not wait for the disk
            statement.execute("SET synchronous_commit TO off");
        }
    }

    /** Waits until something was published, at most as long as said. */
    void await(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    /** The oldest rows behind that one, in the order in which they were written. */
    List<OutboxRow> read(long behind, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT id, event_id, topic, type, subject, version, payload, traceparent, create_time,
                       EXISTS (SELECT 1 FROM platform.outbox_dead_letter d
                               WHERE d.topic = o.topic AND d.subject = o.subject) AS behind
                FROM platform.outbox o WHERE id > ? ORDER BY id LIMIT ?""")) {
            statement.setLong(1, behind);
            statement.setInt(2, limit);
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (result.next()) {
                    rows.add(OutboxRow.of(result));
                }
                return rows;
            }
        }
    }

    /** Forgets what was sent. */
    void delete(Collection<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM platform.outbox WHERE id = ANY (?)")) {
            Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    /** Puts aside what cannot be sent, with the reason. */
    void bury(Map<OutboxRow, String> refused) throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH gone AS (
                  DELETE FROM platform.outbox o USING unnest(?, ?) AS refused (id, reason) WHERE o.id = refused.id
                  RETURNING o.*, refused.reason)
                INSERT INTO platform.outbox_dead_letter
                  (id, event_id, topic, type, subject, version, payload, traceparent, create_time, reason, dead_time)
                SELECT id, event_id, topic, type, subject, version, payload, traceparent, create_time, reason, now()
                FROM gone""")) {
            Long[] ids = refused.keySet().stream().map(OutboxRow::id).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.setArray(
                    2, connection.createArrayOf("text", refused.values().toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
