package news.platform.messaging.group;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.error.Failures;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Topics;
import news.platform.work.Round;
import news.platform.work.Rounds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RetryListener;

/**
 * One handler at work: a group and a container of its own, which a {@code Round} of the process sees to: a broker or a topic that
 * is not there keeps no service from starting.
 */
final class GroupConsumer {
    private static final Logger log = LoggerFactory.getLogger(GroupConsumer.class);
    private static final long STOP_MILLIS = 3000;
    /** How often the broker is told how far everything is handled. */
    private static final long POSITION_MILLIS = 1000;
    /** How often it is looked whether the container still runs. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** What all consumers stand in. */
    record Setting(Kafka kafka, MessagingProperties.Consumer properties, MessagingContext context, Rounds rounds) {}

    private final String name;
    private final Dispatcher dispatcher;
    private final DeadLetterWriter letters;
    private final int concurrency;
    private final Kafka kafka;
    private final MessagingProperties.Consumer settings;
    private final MessagingContext context;
    /** Whether some that were handled together failed, so that they are handled one by one. */
    private volatile boolean careful;

    /** Where an event waits for something that is away. */
    private final Set<TopicPartition> waiting = ConcurrentHashMap.newKeySet();

    private final Round round;
    private volatile boolean running;
    /** Whether another generation has begun. */
    private volatile boolean outdated;

    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    GroupConsumer(EventHandler handler, Dispatcher dispatcher, DeadLetterWriter letters, Setting setting) {
        this.name = name(handler);
        this.dispatcher = dispatcher;
        this.letters = letters;
        this.concurrency = handler.concurrency();
        this.kafka = setting.kafka();
        this.settings = setting.properties();
        this.context = setting.context();
        this.round = setting.rounds().paced("events-" + name, this::tend);
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

    void start() {
        running = true;
        round.wake();
    }

    void stop() {
        running = false;
        stopContainer();
        waiting.clear();
    }

    /** Begins anew with all events that there are; see {@link EventHandler#clear()}. */
    void replay() {
        dispatcher.renew();
        beginAnew();
    }

    private void beginAnew() {
        outdated = true;
        round.wake();
    }

    /** Sees to it that a container of the present generation runs. */
    private Duration tend() {
        if (outdated) {
            outdated = false;
            stopContainer();
        }
        if (!running || isAtWork()) {
            return SELDOM;
        }
        kafka.topics()
                .require(topics().stream()
                        .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                        .toList());
        int generation = dispatcher.generation();
        String group = group(generation);
        new GroupOffsets(kafka).prepare(group, topics(), dispatcher.from(), former(generation));
        startContainer(group, generation);
        return SELDOM;
    }

    private synchronized boolean isAtWork() {
        return container != null && container.isRunning();
    }

    private synchronized void stopContainer() {
        if (container != null) {
            container.stop();
            container = null;
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

    private synchronized void startContainer(String group, int generation) {
        if (!running) {
            return;
        }
        stopContainer();
        var properties = new ContainerProperties(topics().toArray(String[]::new));
        if (dispatcher.together()) {
            properties.setMessageListener(
                    (BatchMessageListener<String, byte[]>) records -> takeAll(records, generation));
        } else {
            properties.setMessageListener(
                    (MessageListener<String, byte[]>) record -> take(List.of(record), generation));
        }
        properties.setShutdownTimeout(STOP_MILLIS);
        // a position that is behind costs a look into the inbox, telling it after each event costs a call
        properties.setAckMode(AckMode.TIME);
        properties.setAckTime(POSITION_MILLIS);
        var made = new ConcurrentMessageListenerContainer<>(kafka.consumers(group), properties);
        made.setBeanName(name);
        made.setConcurrency(concurrency);
        made.setCommonErrorHandler(errorHandler());
        made.start();
        container = made;
        log.info("{} takes events from {}", group, topics());
    }

    private void takeAll(List<ConsumerRecord<String, byte[]>> records, int generation) {
        if (careful || !takeTogether(records, generation)) {
            for (ConsumerRecord<String, byte[]> record : records) {
                try {
                    take(List.of(record), generation);
                } catch (RuntimeException e) {
                    throw OneFailedException.of(name, e, record);
                }
            }
            careful = false;
        }
        if (records.size() < Kafka.POLLED) {
            rest();
        }
    }

    /** Returns whether it succeeded; if not, none has had its effect. */
    private boolean takeTogether(List<ConsumerRecord<String, byte[]>> records, int generation) {
        try {
            take(records, generation);
            return true;
        } catch (RuntimeException e) {
            careful = true;
            log.debug("{}: one of {} events failed, now one by one", name, records.size(), e);
            return false;
        }
    }

    /** Lets events gather. The container's own idling would do so behind full and empty polls as well. */
    private void rest() {
        try {
            Thread.sleep(settings.rest());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(List<ConsumerRecord<String, byte[]>> records, int generation) {
        boolean current = dispatcher.handle(records, generation);
        records.forEach(record -> waiting.remove(partition(record)));
        if (!current) {
            // a replica has begun anew: this one joins it
            beginAnew();
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
}
