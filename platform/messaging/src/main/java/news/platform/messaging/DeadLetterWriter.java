package news.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import news.platform.error.FailureReporter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

/**
 * Puts a record that cannot be handled aside: on {@code <topic>.dlt}, as it came, with who failed ({@link #CONSUMER}), why
 * ({@link #REASON}) and where it was. Fails where the broker does not confirm it, and the record is then tried again.
 */
final class DeadLetterWriter implements ConsumerRecordRecoverer {
    /** The consumer group that failed; letters of one topic's several consumers lie together. */
    static final String CONSUMER = "dlt-consumer";
    /** The innermost cause, one line. */
    static final String REASON = "dlt-reason";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final int MAX_REASON = 500;

    private final String group;
    private final DeadLetterPublishingRecoverer publisher;
    private final List<FailureReporter> reporters;
    private final MeterRegistry meters;

    DeadLetterWriter(Kafka kafka, List<FailureReporter> reporters, MessagingContext context) {
        this.group = context.group();
        this.reporters = reporters;
        this.meters = context.meters();
        this.publisher = new DeadLetterPublishingRecoverer(
                kafka.template(), (record, _) -> new TopicPartition(destination(record), -1));
        publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        publisher.addHeadersFunction((record, failure) -> headers(record.headers(), failure));
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        publisher.accept(record, null, failure);
        Throwable cause = rootCause(failure);
        String type = CloudEvent.get(record.headers(), "ce_type");
        log.error(
                "event {} of type {} is a dead letter: {}",
                CloudEvent.get(record.headers(), "ce_id"),
                type,
                reason(failure));
        reporters.forEach(reporter -> reporter.report(cause, record.topic()));
        Counter.builder("news.event.dead")
                .description("events put on a dead letter topic")
                .tag("topic", record.topic())
                .tag("type", type)
                .register(meters)
                .increment();
    }

    private Headers headers(Headers ofRecord, Exception failure) {
        ofRecord.remove(CONSUMER);
        ofRecord.remove(REASON);
        var headers = new RecordHeaders();
        CloudEvent.put(headers, CONSUMER, group);
        CloudEvent.put(headers, REASON, reason(failure));
        return headers;
    }

    private static String destination(ConsumerRecord<?, ?> record) {
        String topic = record.topic();
        return topic.endsWith(Topics.deadLetters("")) ? topic : Topics.deadLetters(topic);
    }

    /** The innermost cause in one line. */
    static String reason(Throwable failure) {
        String text = rootCause(failure).toString().replaceAll("\\s+", " ");
        return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON);
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        return cause;
    }
}
