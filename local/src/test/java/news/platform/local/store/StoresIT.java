package news.platform.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.FreePort;
import news.platform.local.process.Supervisor;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL and the real broker: started, killed, left behind, started again, with their data. */
class StoresIT {
    /** One for all: unpacking and the first initialisation take most of the time. */
    @TempDir
    private static Path folder;

    private final Progress progress = new Progress(new PrintStream(new ByteArrayOutputStream()));
    private Home home = new Home(Path.of("."));
    private Supervisor supervisor = new Supervisor(home, progress);

    @BeforeEach
    void supervise() {
        home = new Home(folder);
        supervisor = new Supervisor(home, progress);
    }

    @AfterEach
    void stopAll() {
        supervisor.stopAll();
    }

    @Test
    void postgresKeepsWhatWasCommittedThroughAKill() throws Exception {
        Postgres postgres = postgres(FreePort.next());
        supervisor.start(postgres);
        run(postgres, "CREATE TABLE IF NOT EXISTS note (text text)", "INSERT INTO note VALUES ('kept')");

        supervisor.kill("postgres");
        supervisor.start(postgres);

        assertThat(ask(postgres, "SELECT text FROM note")).isEqualTo("kept");
        assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void postgresThatAKilledLauncherLeftBehindMakesRoom() throws Exception {
        supervisor.start(postgres(FreePort.next()));
        Supervisor next = new Supervisor(home, progress);
        Postgres again = postgres(FreePort.next());

        next.start(again);

        assertThat(ask(again, "SELECT current_user")).isEqualTo("content_service");
        next.stopAll();
    }

    @Test
    void oneRoleCannotOpenAnothersDatabase() {
        Postgres postgres = postgres(FreePort.next());
        supervisor.start(postgres);

        assertThatThrownBy(() -> DriverManager.getConnection(
                        postgres.url("content_service"), "user_service", postgres.password("user_service")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoOnlyUsesADatabaseCannotChangeWhatItIs() throws Exception {
        Postgres postgres = postgres(FreePort.next());
        supervisor.start(postgres);

        try (Connection owner = connect(postgres, "payment_service", "payment_service_owner");
                Connection user = connect(postgres, "payment_service", "payment_service")) {
            owner.createStatement().execute("CREATE TABLE booked (amount bigint)");
            user.createStatement().execute("CREATE SCHEMA own");

            user.createStatement().execute("INSERT INTO booked VALUES (1)");
            for (String change : List.of(
                    "ALTER TABLE booked DISABLE TRIGGER ALL",
                    "DROP TABLE booked",
                    "TRUNCATE booked",
                    "CREATE TABLE other (amount bigint)",
                    "SET ROLE payment_service_owner")) {
                assertThatThrownBy(() -> user.createStatement().execute(change))
                        .as(change)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void kafkaKeepsItsTopicsThroughAKill() throws Exception {
        Broker broker = new Broker(
                home,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                FreePort.next(),
                FreePort.next());
        supervisor.start(broker);
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("news", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        supervisor.kill("kafka");
        supervisor.start(broker);

        try (Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("news");
        }
    }

    private Postgres postgres(int port) {
        Secrets secrets = new Secrets(home.data().resolve("secrets"));
        return new Postgres(
                home,
                secrets,
                port,
                Map.of(
                        "user_service",
                        "user_service",
                        "content_service",
                        "content_service",
                        "payment_service",
                        "payment_service_owner"));
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.address(), "request.timeout.ms", (int)
                Duration.ofSeconds(10).toMillis()));
    }

    private static void run(Postgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Postgres postgres) throws SQLException {
        return connect(postgres, "content_service", "content_service");
    }

    private static Connection connect(Postgres postgres, String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), role, postgres.password(role));
    }
}
