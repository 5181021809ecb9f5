package news.platform.messaging;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.SenderContext;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import news.platform.event.EventDescription;
import news.platform.event.EventTypes;
import news.platform.persistence.IdSource;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;
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
    private final boolean foreign;
    private final Wakeup wakeup;
    private final Map<Descriptor, EventDescription> types = new ConcurrentHashMap<>();

    /**
     * The outbox of this database.
     *
     * @param attention of this process's relay
     */
    public Outbox(
            JdbcClient jdbc,
            IdSource ids,
            MessagingContext context,
            MessagingProperties properties,
            Attention attention) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.context = context;
        this.maxSize = (int) properties.maxEventSize().toBytes();
        this.foreign = properties.topic().create() == MessagingProperties.Create.ALL;
        this.wakeup = new Wakeup(jdbc, attention);
    }

    /**
     * Publishes an event when the current transaction commits.
     *
     * @param event a message with the option {@code news.platform.event.v1.event}, its subject not empty
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException where the message is no event, is another service's, has no subject, or is larger
     *     than {@code news.messaging.max-event-size}
     */
    public void publish(Message event) {
        EventDescription type = type(event);
        byte[] payload = event.toByteArray();
        if (payload.length > maxSize) {
            throw new IllegalArgumentException(
                    type.type() + ": " + payload.length + " bytes (expected: <= " + maxSize + ")");
        }
        write(type, event, payload);
    }

    /**
     * Ends a subject of a compacted topic when the current transaction commits: consumers are told that it is no more, and
     * the topic forgets it.
     *
     * @param last an event of the subject, of which only type, subject and version go along
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException as {@link #publish} does, and where the event's topic is not compacted
     */
    public void publishEnd(Message last) {
        EventDescription type = type(last);
        if (!type.topic().compacted()) {
            throw new IllegalArgumentException(
                    type.type() + ": " + type.topic().name() + " is not compacted (expected: compacted: true)");
        }
        write(type, last, null);
    }

    private EventDescription type(Message event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    event.getDescriptorForType().getFullName() + " published outside a transaction");
        }
        EventDescription type = types.computeIfAbsent(event.getDescriptorForType(), EventTypes::of);
        if (!foreign && !context.owns(type.topic())) {
            throw new IllegalArgumentException(type.type() + ": published by " + context.application()
                    + " (expected: by its owner, " + type.topic().owner() + ")");
        }
        if (type.subject(event).isEmpty()) {
            throw new IllegalArgumentException(type.type() + ": no subject (expected: the aggregate's id in "
                    + type.subjectField().getName() + ")");
        }
        return type;
    }

    private void write(EventDescription type, Message event, byte @Nullable [] payload) {
        var carrier = new HashMap<String, String>();
        var sender = new SenderContext<Map<String, String>>(
                (map, key, value) -> Objects.requireNonNull(map).put(key, value));
        sender.setCarrier(carrier);
        sender.setRemoteServiceName("outbox");
        Observation.createNotStarted("news.outbox.publish", () -> sender, context.observations())
                .contextualName("publish " + type.type())
                .lowCardinalityKeyValue("type", type.type())
                .observe(() -> insert(type, event, payload, carrier));
        wakeup.onCommit();
    }

    private void insert(EventDescription type, Message event, byte @Nullable [] payload, Map<String, String> carrier) {
        jdbc.sql("""
                        INSERT INTO platform.outbox
                          (event_id, topic, type, subject, version, payload, traceparent, create_time)
                        VALUES (CAST(:id AS uuid), :topic, :type, :subject, :version, :payload, :traceparent, :now)""")
                .param("id", ids.next())
                .param("topic", context.topic(type.topic().name()))
                .param("type", type.type())
                .param("subject", type.subject(event))
                .param("version", type.version(event))
                .param("payload", payload, Types.BINARY)
                .param("traceparent", carrier.get("traceparent"))
                .param("now", Instants.parameter(context.clock().instant()))
                .update();
    }
}
