package news.platform.messaging.signal;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import news.platform.event.EventDescription;
import news.platform.event.EventTypes;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.springframework.beans.factory.DisposableBean;

/**
 * Sends events that may be lost: views, searches, ticks. They wait for nothing, least of all for the caller: a bounded buffer is sent
 * in batches, and what does not fit while the broker is slow or away is dropped and counted ({@code news.signal.dropped}). No
 * order. Thread-safe.
 */
public final class Signals implements DisposableBean {
    /** The header that says who caused a signal. */
    static final String SENDER = "ce_sender";

    /** The header that says where it came from. */
    static final String NETWORK = "ce_network";

    private final Producer<String, byte[]> producer;
    private final MessagingContext context;
    private final Map<Descriptor, Route> routes = new ConcurrentHashMap<>();

    Signals(Kafka kafka, MessagingContext context) {
        this.producer = kafka.lossyProducer();
        this.context = context;
    }

    /**
     * Sends a signal if it can be taken now; never blocks.
     *
     * @param signal a message with the option {@code news.platform.event.v1.event}
     * @param sender whoever caused it, the same for the same; empty where nobody did
     * @throws IllegalArgumentException where the message is no event
     */
    public void send(Message signal, String sender) {
        send(signal, sender, "");
    }

    /**
     * The same, with where the sender is.
     *
     * @param network the same for all who are in one place, by which whoever counts can bound what one place does; empty where
     *     nobody knows
     */
    public void send(Message signal, String sender, String network) {
        Route route = routes.computeIfAbsent(signal.getDescriptorForType(), type -> route(EventTypes.of(type)));
        var random = ThreadLocalRandom.current();
        var event = new CloudEvent(
                new EventContext(
                        // only another one each time; that nobody can guess it would cost more than all else here
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        route.type().type(),
                        route.type().subject(signal),
                        route.type().version(signal),
                        context.clock().instant()),
                signal.toByteArray());
        // without a key, so that batches are full and no subject is hot
        var record = event.toRecordWithoutKey(route.topic(), "/" + context.application());
        CloudEvent.put(record.headers(), SENDER, sender);
        CloudEvent.put(record.headers(), NETWORK, network);
        try {
            producer.send(record, (_, failure) -> (failure == null ? route.sent() : route.dropped()).increment());
        } catch (KafkaException | IllegalStateException e) {
            route.dropped().increment();
        }
    }

    /** Sends what is in the buffer, as far as the broker takes it within seconds. */
    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(2));
    }

    private Route route(EventDescription type) {
        return new Route(
                type,
                context.topic(type.topic().name()),
                counter("news.signal.sent", "signals that the broker has", type),
                counter("news.signal.dropped", "signals that were lost here", type));
    }

    private Counter counter(String name, String description, EventDescription type) {
        MeterRegistry meters = context.meters();
        return Counter.builder(name)
                .description(description)
                .tag("type", type.type())
                .register(meters);
    }

    private record Route(EventDescription type, String topic, Counter sent, Counter dropped) {}
}
