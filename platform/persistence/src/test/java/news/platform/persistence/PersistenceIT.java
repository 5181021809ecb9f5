package news.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.platform.error.DomainException;
import news.platform.error.ExceptionTranslator;
import news.platform.error.Reason;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.connection.WatchedSockets;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PersistenceIT {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformMigrations migrations;

    @Autowired
    private ExceptionTranslator failures;

    @Test
    void keepsThePlatformsTablesApartFromTheServices() {
        assertThat(tables("public")).contains("note", "flyway_schema_history").doesNotContain("idempotency_key");
        assertThat(tables("platform")).contains("idempotency_key", "signing_key", "flyway_schema_history");
    }

    @Test
    void migratesAgainWithoutEffect() {
        byte[] key = signingKey();

        migrations.afterPropertiesSet();

        assertThat(signingKey()).isEqualTo(key).hasSize(32);
    }

    @Test
    void keepsThePoolSmallAndTellsWhoseItIs() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);

        assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
        assertThat(setting("application_name")).isEqualTo("notes");
    }

    @Test
    void endsStatementsLocksAndForgottenTransactions() {
        assertThat(setting("statement_timeout")).isEqualTo("5s");
        assertThat(setting("lock_timeout")).isEqualTo("3s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("15s");
    }

    @Test
    void givesBackTheInstantThatWasWritten() {
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO note (id, create_time) VALUES ('instant', :now)")
                .param("now", Instants.parameter(now))
                .update();

        Instant read = jdbc.sql("SELECT create_time FROM note WHERE id = 'instant'")
                .query((row, _) -> Instants.of(row, "create_time"))
                .single();

        assertThat(read).isEqualTo(now);
    }

    @Test
    void tellsTheCallerToTryAgainWhenTheDatabaseIsTooSlow() {
        Throwable slow = catchThrowable(() -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("SET LOCAL statement_timeout = 50").update();
            jdbc.sql("SELECT pg_sleep(2)").query().listOfRows();
        }));

        assertThat(slow).satisfies(this::isUnavailable);
    }

    @Test
    void tellsTheCallerToTryAgainWhenTheDatabaseFallsSilent() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        assertThat(properties.getProperty("socketFactory")).isEqualTo(WatchedSockets.class.getName());
        properties.put("socketFactoryArg", "PT0.2S");
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
            var silent = JdbcClient.create(new SingleConnectionDataSource(connection, true));

            Throwable ended = catchThrowable(
                    () -> silent.sql("SELECT pg_sleep(4)").query().listOfRows());

            assertThat(ended).satisfies(this::isUnavailable);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void tellsTheCallerToTryAgainWhenTheDatabaseIsAway() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        try (var pool = new HikariDataSource(config)) {
            Throwable away = catchThrowable(
                    () -> JdbcClient.create(pool).sql("SELECT 1").query().listOfRows());

            assertThat(away).satisfies(this::isUnavailable);
        }
    }

    @Test
    void leavesAnythingElseToTheService() {
        Throwable duplicate = catchThrowable(() -> IntStream.range(0, 2)
                .forEach(_ -> jdbc.sql("INSERT INTO note (id, create_time) VALUES ('twice', now())")
                        .update()));

        assertThat(failures.translate(duplicate)).isEmpty();
        assertThat(duplicate).hasMessageContaining("note_pk").hasMessageNotContaining("(twice)");
    }

    private void isUnavailable(Throwable failure) {
        DomainException refusal = failures.translate(failure).orElseThrow();
        assertThat(refusal.reason()).isEqualTo(Reason.of(PlatformReason.DATABASE_UNAVAILABLE));
        assertThat(refusal.retryAfter()).contains(Duration.of(2, ChronoUnit.SECONDS));
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private byte[] signingKey() {
        return jdbc.sql("SELECT value FROM platform.signing_key WHERE name = 'page-token'")
                .query(byte[].class)
                .single();
    }

    private List<String> tables(String schema) {
        return jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = :schema")
                .param("schema", schema)
                .query(String.class)
                .list();
    }
}
