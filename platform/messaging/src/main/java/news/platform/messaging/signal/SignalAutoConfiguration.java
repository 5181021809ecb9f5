package news.platform.messaging.signal;

import com.google.protobuf.Message;
import java.util.List;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingAutoConfiguration;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outbox;
import news.platform.persistence.PlatformMigrations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever sends and takes signals. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
public final class SignalAutoConfiguration {
    /** Only where somebody sends some: it has a thread and a buffer. */
    @Bean
    @Lazy
    Signals signals(Kafka kafka, MessagingContext context) {
        return new Signals(kafka, context);
    }

    /** For applications with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PlatformMigrations.class)
    @ConditionalOnBean(Outbox.class)
    static class WithDatabase {
        @Bean
        BatchConsumers batchConsumers(
                ObjectProvider<BatchEventHandler<?>> handlers,
                JdbcClient jdbc,
                TransactionTemplate transaction,
                Kafka kafka,
                MessagingProperties properties,
                MessagingContext context,
                PlatformMigrations migrated) {
            var positions = new Positions(jdbc);
            int retries = properties.consumer().retries();
            List<BatchConsumer<?>> consumers = handlers.stream()
                    .<BatchConsumer<?>>map(handler -> consumer(handler, transaction, positions, retries, context))
                    .toList();
            return new BatchConsumers(
                    consumers, kafka, properties.consumer().maxBackOff().toMillis());
        }

        private static <E extends Message> BatchConsumer<E> consumer(
                BatchEventHandler<E> handler,
                TransactionTemplate transaction,
                Positions positions,
                int retries,
                MessagingContext context) {
            return new BatchConsumer<>(handler, transaction, positions, retries, context);
        }
    }
}
