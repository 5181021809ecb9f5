package news.platform.persistence.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import news.platform.persistence.IdSource;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that count once. */
@AutoConfiguration(after = PersistenceAutoConfiguration.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
public final class IdempotencyAutoConfiguration {
    @Bean
    Idempotency idempotency(
            IdempotencyProperties properties,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IdSource ids,
            ObjectProvider<MeterRegistry> meters,
            PlatformMigrations migrated) {
        return new Idempotency(
                new Attempts(jdbc, properties.retention()),
                transaction,
                new GrpcCall(),
                ids,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RetentionRule idempotencyRetention(IdempotencyProperties properties) {
        return new RetentionRule("platform.idempotency_key", "create_time", properties.retention());
    }
}
