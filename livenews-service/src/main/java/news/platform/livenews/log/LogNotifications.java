package news.platform.livenews.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.persistence.connection.DedicatedConnections;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Hears when something is appended to the log, by a connection of its own. Waited for by one thread. */
@Component
final class LogNotifications implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogNotifications.class);

    private final DedicatedConnections connections;
    private final AtomicReference<@Nullable Connection> listening = new AtomicReference<>();

    LogNotifications(LogProperties properties, JdbcConnectionDetails database, Environment environment) {
        connections = new DedicatedConnections(
                database, properties.url(), environment.getProperty("spring.application.name") + " live log");
    }

    /**
     * Waits until something is appended, at most as long as said; not at all the first time, nor after a failure, because what
     * was appended before it listened it has not heard.
     */
    void await(Duration atMost) {
        try {
            var connection = listening.get();
            if (connection == null) {
                listen();
            } else {
                connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
            }
        } catch (SQLException e) {
            close();
            throw new DataAccessResourceFailureException("the log of lives cannot be listened to", e);
        }
    }

    private void listen() throws SQLException {
        var connection = connections.open();
        listening.set(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("listen live_log");
        }
    }

    @Override
    public void close() {
        try (var _ = listening.getAndSet(null)) {
            log.debug("listens no more");
        } catch (SQLException e) {
            log.debug("connection not closed in order", e);
        }
    }
}
