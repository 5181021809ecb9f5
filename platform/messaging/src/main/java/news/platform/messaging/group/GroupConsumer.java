package news.platform.messaging.group;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.error.Failures;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Outage;
import news.platform.messaging.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RetryListener;

/**
 * One handler at work: a group and a container of its own. Starts in the background: a broker or a topic that is not there
 * keeps no service from starting.
 */
final class GroupConsumer {
    private static final Logger log = LoggerFactory.getLogger(GroupConsumer.class);
    private static final long STOP_MILLIS = 3000;

    private final String name;
    private final Dispatcher dispatcher;
    private final DeadLetterWriter letters;
    private final int concurrency;
    private final Kafka kafka;
    private final MessagingProperties.Consumer settings;
    private final MessagingContext context;
    /** Where an event waits for something that is away. */
    private final Set<TopicPartition> waiting = ConcurrentHashMap.newKeySet();

    private CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    GroupConsumer(
            EventHandler handler,
            Dispatcher dispatcher,
            DeadLetterWriter letters,
            Kafka kafka,
            MessagingProperties.Consumer settings,
            MessagingContext context) {
        this.name = name(handler);
        this.dispatcher = dispatcher;
        this.letters = letters;
        this.concurrency = handler.concurrency();
        this.kafka = kafka;
        this.settings = settings;
        this.context = context;
        Gauge.builder("news.event.waiting", waiting, Set::size)
                .description("partitions whose next event waits for something that is away")
                .tag("handler", name)
                .register(context.meters());
    }

    /** What a handler's consumer is called. */
    static String name(EventHandler handler) {
        return AopUtils.getTargetClass(handler).getSimpleName();
    }

    String name() {
        return name;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    DeadLetterWriter letters() {
        return letters;
    }

    /** The topics at the broker. */
    Set<String> topics() {
        return dispatcher.topics().stream().map(context::topic).collect(Collectors.toUnmodifiableSet());
    }

    synchronized void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        Thread.ofVirtual().name("event-consumer-" + name).start(() -> startWhenAllIsThere(stop));
    }

    synchronized void stop() {
        stopping.countDown();
        if (container != null) {
            container.stop();
            container = null;
        }
        waiting.clear();
    }

    /** Begins anew with all events that there are; see {@link EventHandler#clear()}. */
    void replay() {
        dispatcher.renew();
        restart();
    }

    private synchronized void restart() {
        if (stopping.getCount() > 0) {
            stop();
            start();
        }
    }

    private void startWhenAllIsThere(CountDownLatch stop) {
        var outage =
                new Outage("event consumer " + name + ": the broker, a topic or the database", settings.maxBackOff());
        var needed = topics().stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                .toList();
        while (stop.getCount() > 0) {
            try {
                Map<String, Throwable> missing = kafka.topics().ensure(needed);
                if (missing.isEmpty()) {
                    int generation = dispatcher.generation();
                    String group = group(generation);
                    new GroupOffsets(kafka).prepare(group, topics(), dispatcher.from(), former(generation));
                    outage.worked();
                    startContainer(stop, group, generation);
                    return;
                }
                pause(stop, outage.failed(missing.values().iterator().next()));
            } catch (KafkaException | DataAccessException e) {
                pause(stop, outage.failed(e));
            }
        }
    }

    private String group(int generation) {
        String first = context.group() + "." + name;
        return generation == 0 ? first : first + "." + generation;
    }

    /** Whose positions a new group takes over: the application's, before each handler had a group of its own; else nobody's. */
    private String former(int generation) {
        return generation == 0 ? context.group() : group(generation);
    }

    private synchronized void startContainer(CountDownLatch stop, String group, int generation) {
        if (stop.getCount() == 0) {
            return;
        }
        var properties = new ContainerProperties(topics().toArray(String[]::new));
        properties.setMessageListener((MessageListener<String, byte[]>) record -> take(record, generation));
        properties.setObservationEnabled(true);
        properties.setObservationRegistry(context.observations());
        properties.setShutdownTimeout(STOP_MILLIS);
        var made = new ConcurrentMessageListenerContainer<>(kafka.consumers(group), properties);
        made.setBeanName(name);
        made.setConcurrency(concurrency);
        made.setCommonErrorHandler(errorHandler());
        made.start();
        container = made;
        log.info("{} takes events from {}", group, topics());
    }

    private void take(ConsumerRecord<String, byte[]> record, int generation) {
        boolean current = dispatcher.handle(record, generation);
        waiting.remove(partition(record));
        if (!current) {
            // not in this thread, which the container's stop waits for
            Thread.ofVirtual().name("event-consumer-" + name).start(() -> leave(generation));
        }
    }

    /** A replica has begun anew: this one joins it. */
    private synchronized void leave(int generation) {
        if (container != null && group(generation).equals(container.getGroupId())) {
            restart();
        }
    }

    private DefaultErrorHandler errorHandler() {
        var policy = new FailurePolicy(settings);
        var handler = new DefaultErrorHandler((record, failure) -> {
            letters.accept(record, failure);
            waiting.remove(partition(record));
        });
        handler.setBackOffFunction((_, failure) -> policy.backOff(failure));
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        handler.setRetryListeners((RetryListener) (record, failure, attempt) -> {
            if (failure != null && FailurePolicy.isTransient(failure)) {
                waiting.add(partition(record));
            }
            if (attempt == 1) {
                log.warn(
                        "{}: event {} of type {} failed, trying again: {}",
                        name,
                        CloudEvent.get(record.headers(), "ce_id"),
                        CloudEvent.get(record.headers(), "ce_type"),
                        failure == null ? "no reason" : Failures.reason(failure));
            }
        });
        return handler;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static void pause(CountDownLatch stop, Duration duration) {
        try {
            stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
