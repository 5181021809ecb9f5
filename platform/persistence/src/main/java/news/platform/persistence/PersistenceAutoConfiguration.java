package news.platform.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The beans of platform-persistence. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@EnableConfigurationProperties(PersistenceProperties.class)
@EnableScheduling
public final class PersistenceAutoConfiguration {
    /** Around the data source, whichever it is. */
    @Bean
    static BeanPostProcessor tracedDataSource(ObjectProvider<Tracer> tracer) {
        Supplier<Tracer> resolved = SingletonSupplier.of(() -> tracer.getIfAvailable(() -> Tracer.NOOP));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new TracedDataSource(dataSource, resolved) : bean;
            }
        };
    }

    /** Ticks in microseconds, which is what a {@code timestamptz} keeps: what was written is what is read. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource idSource(Clock clock) {
        return new MonotonicIdSource(clock);
    }

    @Bean
    PlatformMigrations platformMigrations(DataSource dataSource) {
        return new PlatformMigrations(dataSource);
    }

    @Bean
    PageTokens pageTokens(PersistenceProperties properties, JdbcClient jdbc, PlatformMigrations migrated) {
        return new PageTokens(key(properties.pageTokenKey(), jdbc));
    }

    @Bean
    DatabaseFailures databaseFailures() {
        return new DatabaseFailures();
    }

    @Bean
    Idempotency idempotency(
            PersistenceProperties properties,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectProvider<MeterRegistry> meters,
            PlatformMigrations migrated) {
        return new Idempotency(
                jdbc,
                transaction,
                new GrpcCall(),
                properties.idempotencyRetention(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RetentionRule idempotencyRetention(PersistenceProperties properties) {
        return new RetentionRule("platform.idempotency_key", "create_time", properties.idempotencyRetention());
    }

    @Bean(initMethod = "start")
    Retention retention(
            JdbcClient jdbc, Clock clock, ObjectProvider<RetentionRule> rules, PlatformMigrations migrated) {
        return new Retention(jdbc, clock, rules.stream().toList());
    }

    private static Supplier<SecretKey> key(@Nullable String hex, JdbcClient jdbc) {
        if (hex != null) {
            SecretKey key = new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256");
            return () -> key;
        }
        return SingletonSupplier.of(() -> new SecretKeySpec(
                jdbc.sql("SELECT value FROM platform.signing_key WHERE name = 'page-token'")
                        .query(byte[].class)
                        .single(),
                "HmacSHA256"));
    }
}
