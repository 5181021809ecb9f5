package news.platform.messaging;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.persistence.IdSource;
import news.platform.persistence.Instants;
import news.platform.policy.EventDescription;
import news.platform.policy.EventTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where events are published: they are written in the caller's transaction and sent when, and only if, it commits; at least
 * once, and in the order in which they were written for each subject. Publish after the aggregate's row was written: its
 * lock puts concurrent publishers of one subject in order. Thread-safe.
 */
public final class Outbox {
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final MessagingContext context;
    private final int maxSize;
    private final Map<Descriptor, EventDescription> types = new ConcurrentHashMap<>();

    Outbox(JdbcClient jdbc, IdSource ids, MessagingContext context, int maxSize) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.context = context;
        this.maxSize = maxSize;
    }

    /**
     * Publishes an event when the current transaction commits.
     *
     * @param event a message with the option {@code news.platform.event.v1.event}, its subject not empty
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException where the message is no event, has no subject, or is larger than
     *     {@code news.messaging.max-event-size}
     */
    public void publish(Message event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    event.getDescriptorForType().getFullName() + " published outside a transaction");
        }
        EventDescription type = types.computeIfAbsent(event.getDescriptorForType(), EventTypes::of);
        String subject = type.subject(event);
        byte[] payload = event.toByteArray();
        check(type, subject, payload);
        var carrier = new HashMap<String, String>();
        var sender = new SenderContext<Map<String, String>>(
                (map, key, value) -> Objects.requireNonNull(map).put(key, value));
        sender.setCarrier(carrier);
        sender.setRemoteServiceName("outbox");
        Observation.createNotStarted("news.outbox.publish", () -> sender, context.observations())
                .contextualName("publish " + type.type())
                .lowCardinalityKeyValue("type", type.type())
                .observe(() -> insert(type, subject, type.version(event), payload, carrier));
    }

    private void check(EventDescription type, String subject, byte[] payload) {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(type.type() + ": no subject (expected: the aggregate's id in "
                    + type.subjectField().getName() + ")");
        }
        if (payload.length > maxSize) {
            throw new IllegalArgumentException(
                    type.type() + ": " + payload.length + " bytes (expected: <= " + maxSize + ")");
        }
    }

    private void insert(
            EventDescription type, String subject, long version, byte[] payload, Map<String, String> carrier) {
        jdbc.sql("""
                        WITH written AS (
                          INSERT INTO platform.outbox
                            (event_id, topic, type, subject, version, payload, traceparent, create_time)
                          VALUES (CAST(:id AS uuid), :topic, :type, :subject, :version, :payload, :traceparent, :now)
                          RETURNING id)
                        SELECT pg_notify('platform_outbox', '') FROM written""")
                .param("id", ids.next())
                .param("topic", context.topic(type))
                .param("type", type.type())
                .param("subject", subject)
                .param("version", version)
                .param("payload", payload)
                .param("traceparent", carrier.get("traceparent"))
                .param("now", Instants.parameter(context.clock().instant()))
                .query()
                .listOfRows();
    }
}
