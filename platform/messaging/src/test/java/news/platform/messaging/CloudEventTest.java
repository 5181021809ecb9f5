package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
    private static final CloudEvent EVENT = new CloudEvent(
            new EventContext(
                    "id-1", "news.sample.note.written.v1", "笔记-1", 7, Instant.parse("2026-03-01T12:00:00.123456Z")),
            new byte[] {1, 2, 3});

    @Test
    void arrivesAsItWasSent() {
        CloudEvent arrived = CloudEvent.of(received(sent()));

        assertThat(arrived.context()).isEqualTo(EVENT.context());
        assertThat(arrived.payload()).isEqualTo(EVENT.payload());
    }

    @Test
    void isKeyedByItsSubjectAndSaysWhatItIs() {
        ProducerRecord<String, byte[]> record = EVENT.toRecord("topic", "/notes", "00-1-2-01");

        assertThat(record.key()).isEqualTo("笔记-1");
        assertThat(CloudEvent.get(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEvent.get(record.headers(), "ce_source")).isEqualTo("/notes");
        assertThat(CloudEvent.get(record.headers(), "ce_traceparent")).isEqualTo("00-1-2-01");
        assertThat(CloudEvent.get(record.headers(), "content-type")).isEqualTo("application/protobuf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_time", "ce_aggregateversion"})
    void refusesARecordWithoutAHeader(String name) {
        ConsumerRecord<String, byte[]> record = received(sent());
        record.headers().remove(name);

        assertThatThrownBy(() -> CloudEvent.of(record))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("header " + name + " missing");
    }

    @ParameterizedTest
    @CsvSource({"ce_time, yesterday", "ce_aggregateversion, seven"})
    void refusesAHeaderThatMakesNoSense(String name, String value) {
        ConsumerRecord<String, byte[]> record = received(sent());
        CloudEvent.put(record.headers(), name, value);

        assertThatThrownBy(() -> CloudEvent.of(record)).isInstanceOf(MalformedEventException.class);
    }

    private static ProducerRecord<String, byte[]> sent() {
        return EVENT.toRecord("news.sample.note.v1", "/notes", null);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
