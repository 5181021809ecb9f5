package news.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Empty databases in one real PostgreSQL 18 that is started with the first of them and ends with the JVM. Its settings are
 * fast, not safe (no fsync). Role {@code postgres}, a superuser, no password. Thread-safe.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty database. Unpooled: every {@code getConnection()} connects. */
    public static DataSource fresh() {
        return Server.POSTGRES.getDatabase("postgres", create());
    }

    /** The JDBC URL of a new, empty database, the user included. */
    public static String freshUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", create());
    }

    private static String create() {
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("test database " + name + " not created", e);
        }
        return name;
    }

    /** Started by the JVM when first used. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            TestBroker.quiet();
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", e);
            }
        }
    }
}
