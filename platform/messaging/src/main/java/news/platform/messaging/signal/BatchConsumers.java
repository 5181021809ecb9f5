package news.platform.messaging.signal;

import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.platform.messaging.Kafka;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** All consumers that take events in batches, each with a group and a container of its own. */
final class BatchConsumers implements SmartLifecycle {
    private static final long STOP_MILLIS = 3000;

    private final List<BatchConsumer<?>> consumers;
    private final Kafka kafka;
    private final long maxBackOffMillis;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();

    BatchConsumers(List<BatchConsumer<?>> consumers, Kafka kafka, long maxBackOffMillis) {
        this.consumers = List.copyOf(consumers);
        this.kafka = kafka;
        this.maxBackOffMillis = maxBackOffMillis;
    }

    @Override
    public synchronized void start() {
        for (BatchConsumer<?> consumer : consumers) {
            var properties = new ContainerProperties(consumer.topic());
            properties.setMessageListener(consumer);
            properties.setObservationEnabled(false);
            properties.setObservationRegistry(ObservationRegistry.NOOP);
            properties.setShutdownTimeout(STOP_MILLIS);
            var container = new ConcurrentMessageListenerContainer<>(kafka.batches(consumer.group()), properties);
            container.setBeanName(consumer.group());
            container.setCommonErrorHandler(errorHandler());
            container.start();
            containers.add(container);
        }
    }

    @Override
    public synchronized void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !containers.isEmpty();
    }

    /** Without end: the consumer itself knows when to give up. */
    private DefaultErrorHandler errorHandler() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(maxBackOffMillis);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
