package news.platform.work.leader;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** A connection that belongs to nobody else, and the locks that it holds. One thread at a time. */
final class LeaderConnection implements AutoCloseable {
    private final Connection connection;
    private final Set<String> held = new HashSet<>();

    LeaderConnection(Connection connection) {
        this.connection = connection;
    }

    /** Whether the lock of that name is held, since before or from now on. A round trip in any case: it shows who is dead. */
    boolean holds(String name) throws SQLException {
        String sql = held.contains(name)
                ? "select true where length(?) > 0"
                : "select pg_try_advisory_lock(hashtext('platform.leader'), hashtext(?))";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                boolean holds = result.next() && result.getBoolean(1);
                if (holds) {
                    held.add(name);
                }
                return holds;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
