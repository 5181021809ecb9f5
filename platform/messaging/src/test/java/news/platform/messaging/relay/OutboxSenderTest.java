package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.EventContext;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {
    @Test
    void sendsTheFirstOfEverySubjectTogetherThenTheSecond() {
        List<List<OutboxRow>> waves = OutboxSender.waves(
                List.of(row(1, "a"), row(2, "b"), row(3, "a"), row(4, "a"), row(5, "c"), row(6, "b")));

        assertThat(waves.stream().map(wave -> wave.stream().map(OutboxRow::id).toList()))
                .containsExactly(List.of(1L, 2L, 5L), List.of(3L, 6L), List.of(4L));
    }

    @Test
    void makesNoWaveOfNothing() {
        assertThat(OutboxSender.waves(List.of())).isEmpty();
    }

    private static OutboxRow row(long id, String subject) {
        var context = new EventContext("event-" + id, "news.sample.note.written.v1", subject, id, Instant.EPOCH);
        return new OutboxRow(id, "news.sample.note.v1", new CloudEvent(context, new byte[0]), null, false);
    }
}
