package news.platform.messaging.relay;

import java.time.Clock;
import news.platform.error.FailureReporter;
import news.platform.messaging.Attention;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingAutoConfiguration;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outbox;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.connection.DedicatedConnections;
import news.platform.work.Rounds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever empties the outbox of the application's database. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnClass(PlatformMigrations.class)
@ConditionalOnBean(Outbox.class)
public final class RelayAutoConfiguration {
    @Bean
    OutboxRelay outboxRelay(
            MessagingProperties properties,
            JdbcConnectionDetails database,
            Kafka kafka,
            ObjectProvider<FailureReporter> reporters,
            MessagingContext context,
            Rounds rounds,
            Attention attention,
            PlatformMigrations migrated) {
        var connections =
                new DedicatedConnections(database, properties.relay().url(), context.application() + " relay");
        return new OutboxRelay(
                () -> new OutboxConnection(connections.open()),
                new OutboxSender(
                        kafka,
                        reporters.orderedStream().toList(),
                        context,
                        properties.relay().patience()),
                properties.relay(),
                attention,
                rounds);
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc, Clock clock, PlatformMigrations migrated) {
        return new OutboxMetrics(jdbc, clock);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    OutboxEndpoint outboxEndpoint(JdbcClient jdbc) {
        return new OutboxEndpoint(new OutboxLetters(jdbc));
    }
}
