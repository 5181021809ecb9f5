package news.platform.test.event;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.platform.test.store.TestDatabase;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What an application under test has sent, read from its topics as a consumer would. An answer holds whatever was committed
 * before the question: it waits until the outbox is empty. What the application does later, by itself, is awaited by asking
 * again. A bean of a {@code PlatformTest} with messaging. Thread-safe.
 */
public final class SentEvents implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final TestKafka kafka;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<SentEvent> events = new ArrayList<>();

    public SentEvents(TestDatabase database, TestKafka kafka) {
        this.database = database;
        this.kafka = kafka;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What happened to the subject, in order, with its version: {@code published 2}, of a tombstone {@code ended 3}. */
    public List<String> facts(String subject) {
        return sent(event -> event.subject().equals(subject))
                .map(SentEvent::fact)
                .toList();
    }

    /**
     * The events of a type about the subject, in order.
     *
     * @param type any message of the type, e.g. its default instance
     */
    public <E extends Message> List<E> of(E type, String subject) {
        return sent(event -> event.is(type) && event.subject().equals(subject))
                .map(event -> event.as(type))
                .toList();
    }

    /** All events of a type; those about one subject in order. */
    public <E extends Message> List<E> of(E type) {
        return sent(event -> event.is(type)).map(event -> event.as(type)).toList();
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private synchronized Stream<SentEvent> sent(Predicate<SentEvent> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(this::nothingWaits);
        var partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(kafka.prefix())
                        && !topic.getKey().endsWith(".dlt"))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(SentEvent.of(record)));
        }
        return List.copyOf(events).stream().filter(wanted);
    }

    private boolean nothingWaits() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var waiting = statement.executeQuery("SELECT count(*) FROM platform.outbox")) {
            return waiting.next() && waiting.getLong(1) == 0;
        }
    }
}
