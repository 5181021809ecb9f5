package news.platform.gateway.hot;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import news.platform.event.EventTypes;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the gateway of events as their services would. */
final class EventSource implements AutoCloseable {

    static final String PUBLISHED = "news.content.article.published.v1";
    static final String UPDATED = "news.content.article.updated.v1";
    static final String RECALLED = "news.content.article.recalled.v1";

    private final TestKafka kafka;
    private final KafkaProducer<String, byte[]> producer;

    EventSource(TestKafka kafka) {
        this(kafka, TestKafka.bootstrapServers());
    }

    /** At another broker. */
    EventSource(TestKafka kafka, String servers) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Until the first positions are known: what is kept before goes with the gap. */
    static void awaitReaders(MeterRegistry meters) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> meters.get("news.event.connected")
                                .tag("handler", "Purger")
                                .gauge()
                                .value()
                        == 1);
    }

    void happens(String type, String subject) {
        var context = new EventContext(UUID.randomUUID().toString(), type, subject, 1, Instant.now());
        producer.send(
                new CloudEvent(context, new byte[0]).toRecord(kafka.topic(EventTypes.topicOf(type)), "/test", null));
    }

    /** The event, or the end of its subject where it is a tombstone. */
    void tells(Message event, boolean tombstone) {
        var described = EventTypes.of(event.getDescriptorForType());
        var context = new EventContext(
                UUID.randomUUID().toString(),
                described.type(),
                described.subject(event),
                described.version(event),
                Instant.now());
        producer.send(new CloudEvent(context, tombstone ? null : event.toByteArray())
                .toRecord(kafka.topic(EventTypes.topicOf(described.type())), "/test", null));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
