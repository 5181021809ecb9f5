package news.platform.messaging.replica;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.platform.error.Failures;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.ReplicaHandler;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of one handler, without a group: this replica sees every event and waits for no rebalance. While the
 * broker is away it keeps trying, and goes on where it was; where what it should read next is gone, it begins anew and says
 * that there was a gap. Topics and partitions that appear later are read from their beginning.
 */
final class ReplicaFeed {
    private static final Logger log = LoggerFactory.getLogger(ReplicaFeed.class);
    private static final Duration POLL = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long PAUSE_MILLIS = 200;

    private final Supplier<Consumer<String, byte[]>> readers;
    private final long lookEvery;
    private final Listener listener;
    private final Start start;
    private final Set<String> topics;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> following;
    private volatile boolean connected;
    /** What is read next, kept while there is no connection; its thread only, as all below. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    /** What was the end when this began, or was connected again: until there, the handler does not know what is now. */
    private final Map<TopicPartition, Long> goals = new HashMap<>();

    private boolean begun;
    private boolean away;
    private boolean current;

    ReplicaFeed(ReplicaHandler handler, Kafka kafka, Listener listener, MessagingContext context) {
        this(handler, kafka::reader, LOOK_EVERY, listener, context);
    }

    /**
     * One with other consumers.
     *
     * @param lookEvery how often it makes sure that it can hear
     */
    ReplicaFeed(
            ReplicaHandler handler,
            Supplier<Consumer<String, byte[]>> readers,
            Duration lookEvery,
            Listener listener,
            MessagingContext context) {
        this.readers = readers;
        this.lookEvery = lookEvery.toNanos();
        this.listener = listener;
        this.start = new Start(handler.begin(), context.prefix(), context.clock());
        this.topics = listener.topics().stream().map(context::topic).collect(Collectors.toUnmodifiableSet());
        if (!start.isAwaited()) {
            caughtUp.countDown();
        }
        Gauge.builder("news.event.connected", this, feed -> feed.connected ? 1 : 0)
                .description("1 while this replica gets the events that a handler takes")
                .tag("handler", listener.name())
                .register(context.meters());
    }

    String name() {
        return listener.name();
    }

    void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("events-" + listener.name()).daemon().start(this::run);
    }

    void stop() {
        stopped.countDown();
        Consumer<String, byte[]> consumer = following;
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

    /** Waits until the handler knows what was there when this began. Returns whether it does. */
    boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try (Consumer<String, byte[]> consumer = readers.get()) {
                following = consumer;
                followUntilLost(consumer);
            } catch (WakeupException e) {
                return;
            } catch (InvalidOffsetException e) {
                positions.clear();
                begun = false;
                start.lost();
                isAway(e);
            } catch (RuntimeException e) {
                isAway(e);
            } finally {
                following = null;
            }
            pause();
        }
    }

    private void followUntilLost(Consumer<String, byte[]> consumer) {
        try {
            follow(consumer);
        } finally {
            // not when it is closed, which takes long while the broker is away
            isDisconnected();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        long nextLook = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - nextLook >= 0) {
                look(consumer);
                nextLook = System.nanoTime() + (connected && isComplete(consumer) ? lookEvery : LOOK_AGAIN);
            }
            if (consumer.assignment().isEmpty()) {
                pause();
            } else {
                tell(consumer, consumer.poll(POLL));
            }
        }
    }

    private boolean isComplete(Consumer<String, byte[]> consumer) {
        return consumer.assignment().stream()
                .map(TopicPartition::topic)
                .collect(Collectors.toSet())
                .containsAll(topics);
    }

    /** Finds the partitions there are now, and makes sure that each of them can be heard. */
    private void look(Consumer<String, byte[]> consumer) {
        try {
            Set<TopicPartition> all = consumer.listTopics(PATIENCE).entrySet().stream()
                    .filter(topic -> topics.contains(topic.getKey()))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            Set<TopicPartition> fresh = all.stream()
                    .filter(partition -> !consumer.assignment().contains(partition))
                    .collect(Collectors.toSet());
            if (!fresh.isEmpty()) {
                place(consumer, all, fresh);
            }
            if (!begun) {
                begun = true;
                if (start.hasGap()) {
                    listener.gap();
                }
                listener.reached(positions);
            }
            // which only the leader of each tells: another broker's word that there are such is no sign that these are
            // heard
            var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
            if (!connected) {
                goals.putAll(ends);
            }
            isConnected();
            catchUp(consumer);
        } catch (TimeoutException e) {
            isAway(e);
        }
    }

    /** One line when it goes, one when it is back. */
    private void isAway(RuntimeException e) {
        isDisconnected();
        if (!away) {
            away = true;
            log.warn("{}: the broker is away, trying until it is back: {}", listener.name(), Failures.reason(e));
        }
    }

    private void isDisconnected() {
        connected = false;
        if (current) {
            current = false;
            listener.current(false);
        }
    }

    private void isConnected() {
        connected = true;
        if (away) {
            away = false;
            log.info("{}: the broker is back", listener.name());
        }
    }

    private void place(Consumer<String, byte[]> consumer, Set<TopicPartition> all, Set<TopicPartition> fresh) {
        consumer.assign(all);
        Set<TopicPartition> unknown = fresh.stream()
                .filter(partition -> !positions.containsKey(partition))
                .collect(Collectors.toSet());
        if (begun) {
            consumer.seekToBeginning(unknown);
        } else {
            start.place(consumer, unknown);
        }
        positions.forEach((partition, offset) -> {
            if (fresh.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
        fresh.forEach(partition -> positions.put(partition, consumer.position(partition, PATIENCE)));
    }

    private void tell(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        records.forEach(record -> {
            listener.tell(record);
            positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        });
        if (!records.isEmpty()) {
            listener.reached(positions);
        }
        catchUp(consumer);
    }

    private void catchUp(Consumer<String, byte[]> consumer) {
        if (current || !connected) {
            return;
        }
        goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
        if (goals.isEmpty()) {
            current = true;
            // first the handler: whoever waits here may ask it at once
            listener.current(true);
            caughtUp.countDown();
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
