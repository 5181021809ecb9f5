package news.platform.persistence.connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Connections to the application's database outside its pool, for sessions that hold a lock or listen. Both ends notice
 * within seconds that the other is gone, so that what a lost replica held is soon free.
 *
 * @param url where a session of its own is to be had, past any pooler that gives a session to another after each
 *     transaction; null: where the application's database is
 * @param name by which the database knows the session, e.g. {@code content-service relay}
 */
public record DedicatedConnections(
        JdbcConnectionDetails database, @Nullable String url, String name) {
    private static final String OPTIONS =
            "-c statement_timeout=10s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2"
                    + " -c tcp_keepalives_count=3 -c tcp_user_timeout=11s";

    /** A new one, which belongs to the caller. A statement takes ten seconds at most. */
    public Connection open() throws SQLException {
        var properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        set(properties, "ApplicationName", name);
        set(properties, "options", OPTIONS);
        set(properties, "connectTimeout", "3");
        set(properties, "socketTimeout", "15");
        set(properties, "tcpKeepAlive", "true");
        return DriverManager.getConnection(url == null ? database.getJdbcUrl() : url, properties);
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
