package news.platform.messaging.group;

import java.util.List;
import news.platform.error.FailureReporter;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingAutoConfiguration;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outbox;
import news.platform.persistence.PlatformMigrations;
import news.platform.persistence.RetentionRule;
import news.platform.work.Rounds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever gives events to {@link EventHandler}s. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnClass(PlatformMigrations.class)
@ConditionalOnBean(Outbox.class)
public final class GroupAutoConfiguration {
    @Bean
    EventConsumers eventConsumers(
            ObjectProvider<EventHandler> handlers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Kafka kafka,
            ObjectProvider<FailureReporter> reporters,
            MessagingProperties properties,
            MessagingContext context,
            Rounds rounds,
            PlatformMigrations migrated) {
        var inbox = new Inbox(jdbc, transaction, context.clock());
        List<FailureReporter> told = reporters.orderedStream().toList();
        return new EventConsumers(handlers.stream()
                .map(handler -> {
                    String name = GroupConsumer.name(handler);
                    var dispatcher = new Dispatcher(handler, handler.takes(), name, inbox, context);
                    var letters = new DeadLetterWriter(context.group() + "." + name, kafka, told, context);
                    var setting = new GroupConsumer.Setting(kafka, properties.consumer(), context, rounds);
                    return new GroupConsumer(handler, dispatcher, letters, setting);
                })
                .toList());
    }

    @Bean
    DeadLetters deadLetters(Kafka kafka, EventConsumers consumers, MessagingContext context) {
        return new DeadLetters(kafka, consumers, context);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    EventsEndpoint eventsEndpoint(EventConsumers consumers) {
        return new EventsEndpoint(consumers);
    }

    @Bean
    RetentionRule inboxRetention(MessagingProperties properties) {
        return new RetentionRule(
                "platform.inbox", "handle_time", properties.consumer().inboxRetention());
    }
}
