package news.platform.gateway.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.platform.policy.EventTypes;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the topics of the wanted events without a consumer group: every replica sees every event and none waits for a
 * rebalance. It begins at the end of what is there and tells the listeners that there was a gap once its positions are
 * known; topics and partitions that appear later are read from their beginning. While Kafka is away it keeps trying and
 * goes on where it was; nothing else of the edge waits for it.
 */
final class EventFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
    private static final Duration POLL = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_EVERY_INCOMPLETE = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long PAUSE_MILLIS = 200;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<EdgeEventListener> listeners;
    private final Map<String, Duration> topics = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> following;
    private volatile boolean connected;

    EventFeed(Supplier<Consumer<byte[], byte[]>> consumers, String prefix, List<EdgeEventListener> listeners) {
        this.consumers = consumers;
        this.listeners = List.copyOf(listeners);
        for (EdgeEventListener listener : listeners) {
            types.addAll(listener.types());
            for (String type : listener.types()) {
                topics.merge(
                        prefix + EventTypes.topicOf(type), listener.lookBack(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
    }

    /** Whether events arrive, as far as is known. */
    boolean isConnected() {
        return connected;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("edge-events").daemon().start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                following = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                if (connected) {
                    log.warn("Events stopped, trying again: {}", e.toString());
                }
            } finally {
                connected = false;
                following = null;
            }
            pause();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> known = new HashSet<>();
        boolean begun = false;
        long nextLook = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - nextLook >= 0) {
                boolean reached = look(consumer, known, begun);
                begun |= reached;
                connected = reached;
                nextLook = System.nanoTime() + (complete(known) ? LOOK_EVERY : LOOK_EVERY_INCOMPLETE);
            }
            if (known.isEmpty()) {
                pause();
            } else {
                consumer.poll(POLL).forEach(this::tell);
            }
        }
    }

    private boolean complete(Set<TopicPartition> known) {
        Set<String> found = new HashSet<>();
        known.forEach(partition -> found.add(partition.topic()));
        return found.containsAll(topics.keySet());
    }

    /** Finds the partitions there are now. False when nobody answered. */
    private boolean look(Consumer<byte[], byte[]> consumer, Set<TopicPartition> known, boolean begun) {
        try {
            Set<TopicPartition> fresh = new HashSet<>();
            consumer.listTopics(PATIENCE).forEach((topic, partitions) -> {
                if (topics.containsKey(topic)) {
                    partitions.forEach(p -> fresh.add(new TopicPartition(topic, p.partition())));
                }
            });
            fresh.removeAll(known);
            if (!fresh.isEmpty()) {
                Set<TopicPartition> all = new HashSet<>(known);
                all.addAll(fresh);
                consumer.assign(all);
                begin(consumer, fresh, begun);
                known.addAll(fresh);
                log.info(
                        "Following events of {}",
                        new TreeSet<>(all.stream().map(TopicPartition::topic).toList()));
            }
            if (!begun) {
                listeners.forEach(EdgeEventListener::gap);
            }
            return true;
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            if (connected) {
                log.warn("Kafka does not answer: what is cached is bounded by its age until it does");
            }
            return false;
        }
    }

    private void begin(Consumer<byte[], byte[]> consumer, Set<TopicPartition> fresh, boolean begun) {
        if (begun) {
            consumer.seekToBeginning(fresh);
        } else {
            consumer.seekToEnd(fresh);
        }
        fresh.forEach(partition -> consumer.position(partition, PATIENCE));
        if (!begun) {
            lookBack(consumer, fresh);
        }
    }

    private void lookBack(Consumer<byte[], byte[]> consumer, Set<TopicPartition> fresh) {
        Map<TopicPartition, Long> since = new HashMap<>();
        for (TopicPartition partition : fresh) {
            Duration back = topics.getOrDefault(partition.topic(), Duration.ZERO);
            if (!back.isZero()) {
                since.put(partition, System.currentTimeMillis() - back.toMillis());
            }
        }
        if (since.isEmpty()) {
            return;
        }
        consumer.offsetsForTimes(since, PATIENCE).forEach((partition, found) -> seek(consumer, partition, found));
    }

    private static void seek(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found != null) {
            consumer.seek(partition, found.offset());
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> event) {
        String type = header(event, "ce_type");
        if (type == null || !types.contains(type)) {
            return;
        }
        String subject = header(event, "ce_subject");
        if (subject == null) {
            subject = event.key() == null ? "" : new String(event.key(), StandardCharsets.UTF_8);
        }
        for (EdgeEventListener listener : listeners) {
            if (listener.types().contains(type)) {
                listener.on(type, subject);
            }
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void pause() {
        try {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
