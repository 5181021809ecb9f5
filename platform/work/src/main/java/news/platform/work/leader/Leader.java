package news.platform.work.leader;

import java.sql.SQLException;
import java.time.Duration;
import news.platform.work.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one replica at a time do what must not be done by all: {@code rounds.paced("report", leader.only("report", turn))}.
 * Who leads holds an advisory lock of the service's database on one connection of its own, which is opened when first
 * needed; the others ask again each second. PostgreSQL frees the lock when the connection or the process dies, however
 * that happens, so nobody has to notice.
 *
 * <p>It is asked before each turn, and a turn that is under way when its connection is lost still ends: for that long there
 * may be two. So what a leader does is harmless when done twice, or guarded by a row lock as well; where each thing has to be
 * done once, it is no leader's but a {@code Timer}'s or a {@code Job}'s. Thread-safe.
 */
public final class Leader implements AutoCloseable {
    /** Opens connections that belong to nobody else. */
    interface Connections {
        LeaderConnection open() throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(Leader.class);

    private final Connections connections;
    private final Duration standBy;
    private @Nullable LeaderConnection current;

    Leader(Connections connections, Duration standBy) {
        this.connections = connections;
        this.standBy = standBy;
    }

    /**
     * That turn, taken only while this replica leads.
     *
     * @param name of what is led; the same in all replicas
     */
    public Turn only(String name, Turn turn) {
        return () -> leads(name) ? turn.take() : standBy;
    }

    /**
     * Whether this replica leads, now that it was asked.
     *
     * @throws SQLException the database does not answer; whoever led does not any more
     */
    synchronized boolean leads(String name) throws SQLException {
        var connection = current;
        if (connection == null) {
            connection = connections.open();
            current = connection;
        }
        try {
            return connection.holds(name);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Gives up whatever it leads; asking again would begin anew. */
    @Override
    public synchronized void close() {
        var connection = current;
        current = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("leader's connection not closed in order", e);
            }
        }
    }
}
