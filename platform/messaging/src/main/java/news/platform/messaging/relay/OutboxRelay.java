package news.platform.messaging.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import news.platform.error.Failures;
import news.platform.messaging.Attention;
import news.platform.messaging.MessagingProperties;
import news.platform.work.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox into the broker, a {@code Round} of the process. Of all replicas one is at it, the others stand by; see
 * {@link OutboxConnection}. Rows leave the outbox when the broker has confirmed them, so whatever dies at whatever moment,
 * each event is sent at least once; why its order holds even while two relays believe to be the one is told in ADR 0003.
 *
 * <p>As long as all rows can be sent, the oldest are read again and again. Where some partition takes nothing for now, its
 * rows stay and reading goes on behind them, from the beginning again when the partition may be tried again. So however
 * many wait, the others do not.
 *
 * <p>What is published alone is sent at once. Behind it the relay rests for a moment, in which nobody of its process needs to tell it
 * anything, and then sends together whatever was published meanwhile: one read, one request to the broker and one fetch of each
 * consumer for all of it.
 */
final class OutboxRelay implements AutoCloseable {
    /** Opens connections that belong to nobody else. */
    interface Connections {
        OutboxConnection open() throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    /** Between two turns the round can be stopped. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Connections connections;
    private final OutboxSender sender;
    private final MessagingProperties.Relay settings;
    private final Attention attention;
    private @Nullable OutboxConnection current;
    private boolean active;
    /** Behind which row reading goes on; 0 while all rows can be sent. */
    private long behind;

    /** Whether all was read, so that it waits to be told, unless something came while it rested. */
    private boolean allRead;

    private long passBegan;
    /** Since when the broker does not take all rows; 0 while it does. */
    private long outage;

    OutboxRelay(
            Connections connections,
            OutboxSender sender,
            MessagingProperties.Relay settings,
            Attention attention,
            Rounds rounds) {
        this.connections = connections;
        this.sender = sender;
        this.settings = settings;
        this.attention = attention;
        if (settings.enabled()) {
            rounds.paced("outbox-relay", this::turn);
        }
    }

    /** Frees the lock; for when its round has ended. */
    @Override
    public void close() {
        OutboxConnection connection = current;
        current = null;
        active = false;
        allRead = false;
        attention.end();
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("outbox connection not closed in order", e);
        }
    }

    private Duration turn() throws SQLException {
        try {
            OutboxConnection connection = current;
            if (connection == null) {
                connection = connections.open();
                current = connection;
            }
            return active || begins(connection) ? relay(connection) : settings.pollInterval();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private boolean begins(OutboxConnection connection) throws SQLException {
        active = connection.tryLock();
        if (active) {
            connection.listen();
            log.info("outbox relay is active");
            behind = 0;
        }
        return active;
    }

    private Duration relay(OutboxConnection connection) throws SQLException {
        if (allRead && !attention.end()) {
            connection.await(shortly());
        }
        allRead = false;
        note(connection, sender.settle());
        attention.begin();
        List<OutboxRow> rows = connection.read(behind, settings.batchSize());
        note(connection, sender.send(rows));
        boolean end = rows.size() < settings.batchSize();
        goOn(rows, end);
        allRead = end;
        return end && !rows.isEmpty() ? settings.rest() : Duration.ZERO;
    }

    /** Where to read on. */
    private void goOn(List<OutboxRow> rows, boolean end) {
        long now = System.nanoTime();
        if (!sender.isHolding()) {
            behind = 0;
            passBegan = now;
            isTaken(now);
            return;
        }
        if (!rows.isEmpty()) {
            behind = rows.getLast().id();
        }
        Duration least = end ? shortly() : settings.sendTimeout();
        if (sender.mayTryAgain() && now - passBegan > least.toNanos()) {
            sender.beginPass();
            behind = 0;
            passBegan = now;
        }
    }

    private void note(OutboxConnection connection, OutboxSender.Outcome outcome) throws SQLException {
        connection.delete(outcome.sent());
        connection.bury(outcome.refused());
        outcome.failure().filter(_ -> outage == 0).ifPresent(failure -> {
            outage = System.nanoTime();
            log.warn("outbox relay: the broker is away, or does not take all, for now: {}", Failures.reason(failure));
        });
    }

    private void isTaken(long now) {
        if (outage != 0) {
            log.info("outbox relay: the broker takes all again after {} ms", (now - outage) / 1_000_000);
            outage = 0;
        }
    }

    private Duration shortly() {
        Duration poll = settings.pollInterval();
        return poll.compareTo(LONGEST_WAIT) < 0 ? poll : LONGEST_WAIT;
    }
}
