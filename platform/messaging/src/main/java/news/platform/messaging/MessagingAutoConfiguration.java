package news.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import news.platform.error.FailureReporter;
import news.platform.persistence.IdSource;
import news.platform.persistence.PersistenceAutoConfiguration;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of platform-messaging. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, PersistenceAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
public final class MessagingAutoConfiguration {
    @Bean
    MessagingContext messagingContext(
            Environment environment,
            MessagingProperties properties,
            Clock clock,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters) {
        return new MessagingContext(
                environment.getRequiredProperty("spring.application.name"),
                properties.prefix(),
                clock,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Outbox outbox(
            MessagingProperties properties,
            JdbcClient jdbc,
            IdSource ids,
            MessagingContext context,
            PlatformMigrations migrated) {
        return new Outbox(jdbc, ids, context, (int) properties.maxEventSize().toBytes());
    }

    @Bean
    Kafka messagingKafka(KafkaProperties kafka, MessagingProperties properties, MessagingContext context) {
        return new Kafka(kafka, properties, context);
    }

    @Bean
    OutboxRelay outboxRelay(
            MessagingProperties properties,
            JdbcConnectionDetails database,
            Kafka kafka,
            MessagingContext context,
            PlatformMigrations migrated) {
        return new OutboxRelay(
                new DedicatedConnections(database, context.application()),
                new OutboxSender(kafka, context),
                properties.relay());
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcClient jdbc, Clock clock, PlatformMigrations migrated) {
        return new OutboxMetrics(jdbc, clock);
    }

    @Bean
    Dispatcher eventDispatcher(
            ObjectProvider<EventHandler<?>> handlers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MessagingContext context,
            PlatformMigrations migrated) {
        List<Subscription<?>> subscriptions =
                handlers.stream().<Subscription<?>>map(Subscription::of).toList();
        return new Dispatcher(subscriptions, new Inbox(jdbc, transaction, context.clock()), context);
    }

    @Bean
    DeadLetterWriter deadLetterWriter(
            Kafka kafka, ObjectProvider<FailureReporter> reporters, MessagingContext context) {
        return new DeadLetterWriter(kafka, reporters.orderedStream().toList(), context);
    }

    @Bean
    EventConsumers eventConsumers(
            Kafka kafka,
            Dispatcher dispatcher,
            DeadLetterWriter deadLetters,
            MessagingProperties properties,
            MessagingContext context) {
        return new EventConsumers(kafka, dispatcher, deadLetters, properties.consumer(), context);
    }

    @Bean
    DeadLetters deadLetters(Kafka kafka, Dispatcher dispatcher, DeadLetterWriter writer, MessagingContext context) {
        return new DeadLetters(kafka, dispatcher, writer, context.group());
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    @Bean
    RetentionRule inboxRetention(MessagingProperties properties) {
        return new RetentionRule(
                "platform.inbox", "handle_time", properties.consumer().inboxRetention());
    }
}
