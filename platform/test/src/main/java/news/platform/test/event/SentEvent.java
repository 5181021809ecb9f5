package news.platform.test.event;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import news.platform.event.EventTypes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One event as a consumer gets it.
 *
 * @param type the CloudEvents type, e.g. {@code news.content.article.published.v1}
 * @param subject what it is about: the key
 * @param version of the aggregate
 * @param payload the message; null where it is a tombstone
 */
record SentEvent(String type, String subject, long version, byte @Nullable [] payload) {
    static SentEvent of(ConsumerRecord<String, byte[]> record) {
        return new SentEvent(
                header(record, "ce_type"),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_aggregateversion")),
                record.value());
    }

    boolean is(Message message) {
        return payload != null
                && type.equals(EventTypes.of(message.getDescriptorForType()).type());
    }

    /** Fact and version: {@code published 2}; {@code ended 3} of a tombstone. */
    String fact() {
        if (payload == null) {
            return "ended " + version;
        }
        var words = type.split("\\.");
        return words[words.length - 2] + " " + version;
    }

    @SuppressWarnings("unchecked") // a parser of E makes an E
    <E extends Message> E as(E message) {
        try {
            return (E) message.getParserForType().parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(type + " about " + subject + " cannot be read", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("an event on " + record.topic() + " has no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
