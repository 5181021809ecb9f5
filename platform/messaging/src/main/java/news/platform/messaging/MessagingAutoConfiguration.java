package news.platform.messaging;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import news.platform.persistence.IdSource;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of platform-messaging. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, PersistenceAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
public final class MessagingAutoConfiguration {
    @Bean
    Outbox outbox(
            MessagingProperties properties,
            JdbcClient jdbc,
            IdSource ids,
            Clock clock,
            ObjectProvider<ObservationRegistry> observations,
            PlatformMigrations migrated) {
        return new Outbox(jdbc, ids, clock, observations.getIfAvailable(() -> ObservationRegistry.NOOP), (int)
                properties.maxEventSize().toBytes());
    }

    @Bean
    RetentionRule inboxRetention(MessagingProperties properties) {
        return new RetentionRule(
                "platform.inbox", "handle_time", properties.consumer().inboxRetention());
    }
}
