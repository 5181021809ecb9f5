package news.platform.messaging.relay;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Connections to the application's database outside its pool. Both ends notice within seconds that the other is gone, so
 * that the lock of a lost relay is soon free.
 *
 * @param url where a session of its own is to be had; null: where the application's database is
 */
record DedicatedConnections(
        JdbcConnectionDetails database, @Nullable String url, String application) implements OutboxRelay.Connections {
    private static final String OPTIONS =
            "-c statement_timeout=10s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2"
                    + " -c tcp_keepalives_count=3 -c tcp_user_timeout=11s";

    @Override
    public OutboxConnection open() throws SQLException {
        var properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        set(properties, "ApplicationName", application + " relay");
        set(properties, "options", OPTIONS);
        set(properties, "connectTimeout", "3");
        set(properties, "socketTimeout", "15");
        set(properties, "tcpKeepAlive", "true");
        return new OutboxConnection(DriverManager.getConnection(url == null ? database.getJdbcUrl() : url, properties));
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
