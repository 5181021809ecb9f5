package news.platform.messaging;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;

/**
 * Takes events as long as the application runs. Starts in the background: a broker that is away keeps no service from
 * starting. Topics are made first, so that the broker does not make them by itself with one partition.
 */
final class EventConsumers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);
    private static final long STOP_MILLIS = 3000;

    private final Kafka kafka;
    private final Dispatcher dispatcher;
    private final DeadLetterWriter deadLetters;
    private final MessagingProperties.Consumer settings;
    private final ObservationRegistry observations;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread starter;
    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    EventConsumers(
            Kafka kafka,
            Dispatcher dispatcher,
            DeadLetterWriter deadLetters,
            MessagingProperties.Consumer settings,
            MessagingContext context) {
        this.kafka = kafka;
        this.dispatcher = dispatcher;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.observations = context.observations();
    }

    @Override
    public synchronized void start() {
        if (starter == null && !dispatcher.topics().isEmpty()) {
            stopping = new CountDownLatch(1);
            starter = Thread.ofVirtual().name("event-consumers").start(this::startWhenTopicsAreThere);
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        if (container != null) {
            container.stop();
            container = null;
        }
        starter = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return starter != null;
    }

    private void startWhenTopicsAreThere() {
        List<String> topics = dispatcher.topics().stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .toList();
        Topics broker = kafka.topics();
        var outage = new Outage("event consumers: the broker", settings.maxBackOff());
        while (true) {
            try {
                broker.ensure(topics);
                outage.worked();
                break;
            } catch (KafkaException e) {
                if (stoppedAfter(outage.failed(e))) {
                    return;
                }
            }
        }
        startContainer();
    }

    private synchronized void startContainer() {
        if (stopping.getCount() == 0) {
            return;
        }
        var properties = new ContainerProperties(dispatcher.topics().toArray(String[]::new));
        properties.setMessageListener(dispatcher);
        properties.setObservationEnabled(true);
        properties.setObservationRegistry(observations);
        properties.setShutdownTimeout(STOP_MILLIS);
        var made = new ConcurrentMessageListenerContainer<>(kafka.consumers(), properties);
        made.setBeanName("events");
        made.setConcurrency(settings.concurrency());
        made.setCommonErrorHandler(errorHandler());
        made.start();
        container = made;
        log.info("events are taken from {}", dispatcher.topics());
    }

    private DefaultErrorHandler errorHandler() {
        var policy = new FailurePolicy(settings);
        var handler = new DefaultErrorHandler(deadLetters);
        handler.setBackOffFunction((_, failure) -> policy.backOff(failure));
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        handler.setRetryListeners((RetryListener) (record, failure, attempt) -> {
            if (attempt == 1) {
                log.warn(
                        "event {} of type {} failed, trying again: {}",
                        CloudEvent.get(record.headers(), "ce_id"),
                        CloudEvent.get(record.headers(), "ce_type"),
                        failure == null ? "no reason" : DeadLetterWriter.reason(failure));
            }
        });
        return handler;
    }

    private boolean stoppedAfter(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
