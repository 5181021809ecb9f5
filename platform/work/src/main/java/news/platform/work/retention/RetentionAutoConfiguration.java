package news.platform.work.retention;

import java.time.Clock;
import java.time.Duration;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import news.platform.work.Rounds;
import news.platform.work.WorkAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old rows go, about every ten minutes. */
@AutoConfiguration(after = {WorkAutoConfiguration.class, PersistenceAutoConfiguration.class})
@ConditionalOnClass(PlatformMigrations.class)
public final class RetentionAutoConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    Retention retention(
            JdbcClient jdbc,
            Clock clock,
            ObjectProvider<RetentionRule> rules,
            Rounds rounds,
            PlatformMigrations migrated) {
        var retention = new Retention(jdbc, clock, rules.stream().toList());
        rounds.every("retention", EVERY, retention::applyAll);
        return retention;
    }
}
