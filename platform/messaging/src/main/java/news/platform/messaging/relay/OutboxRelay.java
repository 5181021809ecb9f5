package news.platform.messaging.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Empties the outbox into the broker as long as the application runs. Of all replicas one is at it, the others stand by; see
 * {@link OutboxConnection}. Rows leave the outbox when the broker has confirmed them, so whatever dies at whatever moment,
 * each event is sent at least once; why its order holds even while two relays believe to be the one is told in ADR 0003.
 */
final class OutboxRelay implements SmartLifecycle {
    /** Opens connections that belong to nobody else. */
    interface Connections {
        OutboxConnection open() throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Connections connections;
    private final OutboxSender sender;
    private final MessagingProperties.Relay settings;
    private final Outage database;
    private final Outage broker;
    private final AtomicReference<@Nullable OutboxConnection> current = new AtomicReference<>();
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    OutboxRelay(Connections connections, OutboxSender sender, MessagingProperties.Relay settings) {
        this.connections = connections;
        this.sender = sender;
        this.settings = settings;
        this.database = new Outage("outbox relay: the database", settings.maxBackOff());
        this.broker = new Outage("outbox relay: the broker", settings.maxBackOff());
    }

    @Override
    public synchronized void start() {
        if (thread == null && settings.enabled()) {
            stopping = new CountDownLatch(1);
            thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        stopping.countDown();
        closeQuietly(current.get());
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopped()) {
            try (OutboxConnection connection = connections.open()) {
                current.set(connection);
                relay(connection);
            } catch (SQLException e) {
                if (!stopped()) {
                    pause(database.failed(e));
                }
            } catch (RuntimeException e) {
                log.error("outbox relay failed, starting over", e);
                pause(settings.maxBackOff());
            } finally {
                current.set(null);
            }
        }
    }

    private void relay(OutboxConnection connection) throws SQLException {
        while (!connection.tryLock()) {
            database.worked();
            pause(settings.pollInterval());
            if (stopped()) {
                return;
            }
        }
        connection.listen();
        log.info("outbox relay is active");
        while (!stopped()) {
            List<OutboxRow> rows = connection.read(settings.batchSize());
            database.worked();
            if (!rows.isEmpty()) {
                send(connection, rows);
            }
            if (rows.size() < settings.batchSize()) {
                connection.await(settings.pollInterval());
            }
        }
    }

    private void send(OutboxConnection connection, List<OutboxRow> rows) throws SQLException {
        OutboxSender.Outcome outcome = sender.send(rows);
        connection.delete(outcome.sent());
        connection.bury(outcome.refused());
        if (outcome.failure().isPresent()) {
            pause(broker.failed(outcome.failure().get()));
        } else {
            broker.worked();
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private static void closeQuietly(@Nullable OutboxConnection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("outbox connection not closed in order", e);
        }
    }
}
