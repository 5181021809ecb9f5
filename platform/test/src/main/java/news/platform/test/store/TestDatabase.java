package news.platform.test.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database in the one real PostgreSQL 18 of the run, for whoever asks: the role {@code postgres}, a superuser, no
 * password. The server's settings are fast, not safe (no fsync). What is not closed is gone when the run has ended.
 * Thread-safe.
 *
 * @param name unique in the run
 */
public record TestDatabase(String name) implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new one without anything in it. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    /**
     * A new one as this class path's migrations leave it: the copy of a template that is migrated once a run. The same as
     * {@link #empty()} where Flyway is not on the class path.
     */
    public static TestDatabase migrated() {
        return copyOf(Migrations.template());
    }

    private static TestDatabase copyOf(String template) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name);
    }

    /** Its JDBC URL, the user included. */
    public String url() {
        return url(name);
    }

    /** Unpooled: every {@code getConnection()} connects. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        return dataSource;
    }

    /** Drops it, whoever is connected. */
    @Override
    public void close() {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    static String url(String database) {
        return "jdbc:postgresql://localhost:" + Stores.shared().postgresPort() + "/" + database + "?user=postgres";
    }

    /** To the server, but to none of the databases for tests. */
    static Connection server() throws SQLException {
        return DriverManager.getConnection(url("postgres"));
    }

    private static void execute(String sql) {
        try (var connection = server();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
