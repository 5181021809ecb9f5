package news.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The clock, ids and the platform's own tables. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
public final class PersistenceAutoConfiguration {
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
    DatabaseFailures databaseFailures() {
        return new DatabaseFailures();
    }
}
