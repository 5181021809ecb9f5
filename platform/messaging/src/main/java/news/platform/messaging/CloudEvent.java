package news.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way: CloudEvents 1.0, binary mode of the Kafka binding, the payload in protobuf, the aggregate's version as
 * the extension {@code aggregateversion}.
 *
 * @param payload null where this is a tombstone
 */
public record CloudEvent(EventContext context, byte @Nullable [] payload) {
    private static final String CONTENT_TYPE = "application/protobuf";

    /** Whether this says that the subject is no more. */
    public boolean isTombstone() {
        return payload == null;
    }

    /** The record to send; its key is the subject, so that a subject's events stay in one partition. */
    public ProducerRecord<String, byte[]> toRecord(String topic, String source, @Nullable String traceparent) {
        var record = record(topic, context.subject(), source);
        if (traceparent != null) {
            put(record.headers(), "ce_traceparent", traceparent);
        }
        return record;
    }

    /** The same without a key, so that it may be sent to any partition. */
    public ProducerRecord<String, byte[]> toRecordWithoutKey(String topic, String source) {
        return record(topic, null, source);
    }

    private ProducerRecord<String, byte[]> record(String topic, @Nullable String key, String source) {
        var record = new ProducerRecord<String, byte[]>(topic, key, payload);
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", context.eventId());
        put(headers, "ce_type", context.type());
        put(headers, "ce_source", source);
        put(headers, "ce_subject", context.subject());
        put(headers, "ce_time", context.time().toString());
        put(headers, "ce_aggregateversion", Long.toString(context.version()));
        put(headers, "content-type", CONTENT_TYPE);
        return record;
    }

    /** The type of a record; empty where it names none. */
    public static String type(ConsumerRecord<String, byte[]> record) {
        return get(record.headers(), "ce_type");
    }

    /**
     * What arrived.
     *
     * @throws MalformedEventException where a header is missing or makes no sense
     */
    public static CloudEvent of(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        try {
            return new CloudEvent(
                    new EventContext(
                            required(headers, "ce_id"),
                            required(headers, "ce_type"),
                            required(headers, "ce_subject"),
                            Long.parseLong(required(headers, "ce_aggregateversion")),
                            Instant.parse(required(headers, "ce_time"))),
                    record.value());
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new MalformedEventException("header not understood: " + e.getMessage(), e);
        }
    }

    /** A header as text; empty where there is none. */
    public static String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Adds a header. */
    public static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) {
        String value = get(headers, name);
        if (value.isEmpty()) {
            throw new MalformedEventException("header " + name + " missing", null);
        }
        return value;
    }
}
