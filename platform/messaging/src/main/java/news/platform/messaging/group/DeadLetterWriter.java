package news.platform.messaging.group;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import news.platform.error.FailureReporter;
import news.platform.error.Failures;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.Kafka;
import news.platform.messaging.MessagingContext;
import news.platform.messaging.Topics;
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
    /** The consumer that failed, {@code <application>.<handler>}; letters of one topic's several consumers lie together. */
    static final String CONSUMER = "dlt-consumer";
    /** The innermost cause, one line. */
    static final String REASON = "dlt-reason";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final String group;
    private final DeadLetterPublishingRecoverer publisher;
    private final List<FailureReporter> reporters;
    private final MeterRegistry meters;

    DeadLetterWriter(String group, Kafka kafka, List<FailureReporter> reporters, MessagingContext context) {
        this.group = group;
        this.reporters = reporters;
        this.meters = context.meters();
        this.publisher = new DeadLetterPublishingRecoverer(
                kafka.template(), (record, _) -> new TopicPartition(Topics.deadLetters(record.topic()), -1));
        publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        publisher.addHeadersFunction((record, failure) -> headers(record.headers(), failure));
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        publisher.accept(record, null, failure);
        Throwable cause = Failures.root(failure);
        String type = CloudEvent.get(record.headers(), "ce_type");
        log.error(
                "event {} of type {} is a dead letter: {}",
                CloudEvent.get(record.headers(), "ce_id"),
                type,
                Failures.reason(failure));
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
        CloudEvent.put(headers, REASON, Failures.reason(failure));
        return headers;
    }
}
