package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import news.platform.event.EventTopics;
import news.platform.persistence.IdSource;
import news.platform.persistence.PlatformMigrations;
import news.platform.work.Rounds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The broker's side of platform-messaging, and the outbox where there is a database. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = "news.platform.persistence.PersistenceAutoConfiguration")
@EnableConfigurationProperties(MessagingProperties.class)
public final class MessagingAutoConfiguration {
    @Bean
    MessagingContext messagingContext(
            Environment environment,
            MessagingProperties properties,
            ObjectProvider<Clock> clock,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters) {
        return new MessagingContext(
                environment.getRequiredProperty("spring.application.name"),
                properties.prefix(),
                clock.getIfAvailable(Clock::systemUTC),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    EventTopics eventTopics() {
        return EventTopics.load();
    }

    @Bean
    Kafka messagingKafka(
            KafkaProperties kafka, MessagingProperties properties, EventTopics topics, MessagingContext context) {
        return new Kafka(kafka, properties, topics, context);
    }

    @Bean
    OwnTopics ownTopics(Kafka kafka, Rounds rounds) {
        return new OwnTopics(kafka.topics(), rounds);
    }

    /** For applications with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PlatformMigrations.class)
    static class WithDatabase {
        @Bean
        Attention outboxAttention() {
            return new Attention();
        }

        @Bean
        Outbox outbox(
                MessagingProperties properties,
                JdbcClient jdbc,
                IdSource ids,
                MessagingContext context,
                Attention attention,
                PlatformMigrations migrated) {
            return new Outbox(jdbc, ids, context, properties, attention);
        }
    }
}
