package news.platform.work.tally;

import java.time.Duration;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import news.platform.work.Rounds;
import news.platform.work.WorkAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts: a round for each kind that there is. */
@AutoConfiguration(after = {WorkAutoConfiguration.class, PersistenceAutoConfiguration.class})
@ConditionalOnClass(PlatformMigrations.class)
@EnableConfigurationProperties(TallyProperties.class)
public final class TallyAutoConfiguration {
    @Bean
    Tallies tallies(JdbcClient jdbc, PlatformMigrations migrated) {
        return new Tallies(jdbc);
    }

    @Bean
    SmartInitializingSingleton tallyRounds(
            ObjectProvider<Tally> kinds,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Rounds rounds,
            TallyProperties properties) {
        return () -> kinds.forEach(kind -> {
            var counting = new Counting(kind, jdbc, transaction);
            rounds.every("tally-" + kind.kind(), properties.pause(), counting::run);
        });
    }

    /** Counts of nothing go after a day. */
    @Bean
    RetentionRule countsOfNothing() {
        return new RetentionRule("platform.tally", "count_time", Duration.ofDays(1), "old.count = 0");
    }
}
