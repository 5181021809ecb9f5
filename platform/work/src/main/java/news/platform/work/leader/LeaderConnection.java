package news.platform.work.leader;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A connection that belongs to nobody else, and the locks that it holds. Both ends notice within seconds that the other is
 * gone, so that what a lost replica held is soon free. One thread at a time.
 */
final class LeaderConnection implements AutoCloseable {
    private static final String OPTIONS =
            "-c statement_timeout=5s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2"
                    + " -c tcp_keepalives_count=3 -c tcp_user_timeout=11s";

    private final Connection connection;
    private final Set<String> held = new HashSet<>();

    private LeaderConnection(Connection connection) {
        this.connection = connection;
    }

    static LeaderConnection open(JdbcConnectionDetails database, String url, String application) throws SQLException {
        var properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        set(properties, "ApplicationName", application + " leader");
        set(properties, "options", OPTIONS);
        set(properties, "connectTimeout", "3");
        set(properties, "socketTimeout", "10");
        set(properties, "tcpKeepAlive", "true");
        return new LeaderConnection(
                DriverManager.getConnection(url.isEmpty() ? database.getJdbcUrl() : url, properties));
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

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
