package news.platform.messaging.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.platform.event.EventTopics;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.MessagingProperties;
import news.platform.messaging.Notes;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.sample.v1.NoteWritten;
import news.platform.test.store.TestKafka;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

/** A handler that keeps its own positions, as an index on disk does, goes on where it was. */
class PositionsIT {
    private final TestKafka topics = TestKafka.own();
    private final MessagingContext context = new MessagingContext(
            "index", topics.prefix(), Clock.systemUTC(), ObservationRegistry.NOOP, new SimpleMeterRegistry());
    private final Kafka kafka = kafka();

    @AfterEach
    void close() {
        kafka.destroy();
    }

    @Test
    void goesOnBehindWhatItHad() {
        List<String> first = send(10);
        var index = new Index(Map.of());
        following(index, _ -> await().untilAsserted(
                        () -> assertThat(index.seen).containsExactlyInAnyOrderElementsOf(first)));

        List<String> later = send(5);
        var reopened = new Index(index.positions);
        following(reopened, _ -> await().untilAsserted(
                        () -> assertThat(reopened.seen).containsExactlyInAnyOrderElementsOf(later)));

        assertThat(index.gaps).hasValue(0);
        assertThat(reopened.gaps).hasValue(0);
        assertThat(index.positions.keySet()).allMatch(partition -> partition.startsWith("news.sample.note.v1-"));
    }

    @Test
    void isToldWhereItBeganBeforeAnythingHappens() {
        send(10);
        var fresh = new Index(new ReplicaHandler.Begin.End(Duration.ZERO));
        following(fresh, _ -> await().until(() -> !fresh.positions.isEmpty()));

        assertThat(fresh.gaps).hasValue(1);
        assertThat(fresh.seen).isEmpty();
        assertThat(fresh.positions.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(10);
    }

    @Test
    void isToldOfAGapAndAllThereIsWhereItsPositionsAreGone() {
        List<String> all = send(10);
        var index = new Index(Map.of("news.sample.note.v1-0", 1000L, "news.sample.note.v1-1", 1000L));
        following(index, _ -> await().untilAsserted(() -> assertThat(index.seen).containsAll(all)));

        assertThat(index.gaps).hasPositiveValue();
    }

    @Test
    void saysThatItIsCurrentWhenItHasWhatWasThereAndNotBefore() {
        List<String> all = send(10);
        var index = new Index(new ReplicaHandler.Begin.Recent(Duration.ofHours(1)));
        following(index, feed -> {
            assertThat(caughtUp(feed)).isTrue();
            assertThat(index.seen).containsExactlyInAnyOrderElementsOf(all);
            assertThat(index.current).isTrue();
        });

        assertThat(index.current).isFalse();
    }

    /** Which a broker that can be reached, and knows that there are such partitions, does not tell. */
    @Test
    void saysThatItIsNotCurrentWhileItDoesNotReachWhoLeadsItsPartitions() {
        send(1);
        var index = new Index(new ReplicaHandler.Begin.Recent(Duration.ofHours(1)));
        var cutOff = new AtomicBoolean();
        var feed = new ReplicaFeed(
                index, () -> reader(cutOff), Duration.ofMillis(50), new Listener(index, List.of(), context), context);

        following(feed, () -> {
            await().until(() -> index.current);
            cutOff.set(true);
            await().until(() -> !index.current);
            cutOff.set(false);
            await().until(() -> index.current);
        });
    }

    /** One that does not reach the leaders of its partitions at times. */
    @SuppressWarnings("unchecked") // a proxy of a consumer of this kind is one
    private org.apache.kafka.clients.consumer.Consumer<String, byte[]> reader(AtomicBoolean cutOff) {
        var reader = kafka.reader();
        return (org.apache.kafka.clients.consumer.Consumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {org.apache.kafka.clients.consumer.Consumer.class},
                (_, method, arguments) -> {
                    if (cutOff.get() && method.getName().equals("endOffsets")) {
                        throw new TimeoutException("no leader");
                    }
                    try {
                        return method.invoke(reader, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean caughtUp(ReplicaFeed feed) {
        try {
            return feed.awaitCaughtUp(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void following(Index index, Consumer<ReplicaFeed> meanwhile) {
        var feed = new ReplicaFeed(index, kafka, new Listener(index, List.of(), context), context);
        following(feed, () -> meanwhile.accept(feed));
    }

    private static void following(ReplicaFeed feed, Runnable meanwhile) {
        feed.start();
        try {
            meanwhile.run();
        } finally {
            feed.stop();
        }
    }

    private List<String> send(int count) {
        kafka.topics().require(List.of(topics.topic("news.sample.note.v1")));
        List<String> notes =
                IntStream.range(0, count).mapToObj(_ -> Notes.newId()).toList();
        CompletableFuture.allOf(notes.stream().map(this::send).toArray(CompletableFuture[]::new))
                .join();
        return notes;
    }

    private CompletableFuture<?> send(String note) {
        var event = new CloudEvent(
                new EventContext(Notes.newId(), "news.sample.note.written.v1", note, 1, Instant.now()),
                Notes.written(note, 1, "to be found").toByteArray());
        return kafka.template().send(event.toRecord(topics.topic("news.sample.note.v1"), "/elsewhere", null));
    }

    private Kafka kafka() {
        var servers = new KafkaProperties();
        servers.setBootstrapServers(List.of(TestKafka.bootstrapServers()));
        var second = Duration.ofSeconds(1);
        var properties = new MessagingProperties(
                topics.prefix(),
                DataSize.ofMegabytes(1),
                new MessagingProperties.Relay(false, null, 100, second, second.multipliedBy(5), second, second),
                new MessagingProperties.Consumer(1, second, second, second, second, second),
                new MessagingProperties.Topic(MessagingProperties.Create.ALL, 2, (short) 1));
        return new Kafka(servers, properties, EventTopics.load(), context);
    }

    /** What a replica has on its disk of notes: their ids, and up to where it has them. */
    private static final class Index implements ReplicaHandler {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final AtomicInteger gaps = new AtomicInteger();
        private final Begin begin;
        private volatile Map<String, Long> positions = Map.of();
        private volatile boolean current;

        Index(Map<String, Long> positions) {
            this(new Begin.Positions(positions));
        }

        Index(Begin begin) {
            this.begin = begin;
        }

        @Override
        public Takes takes() {
            return Takes.of(NoteWritten.class, (note, _) -> seen.add(note.getNoteId()));
        }

        @Override
        public Begin begin() {
            return begin;
        }

        @Override
        public void gap() {
            gaps.incrementAndGet();
        }

        @Override
        public void current(boolean yes) {
            current = yes;
        }

        @Override
        public void reached(Map<String, Long> reached) {
            positions = Map.copyOf(reached);
        }
    }
}
