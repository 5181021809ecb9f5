package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.messaging.NotesApplication.Board;
import news.platform.messaging.NotesApplication.Glance;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class ReplicaHandlersIT {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Glance glance;

    @Autowired
    private Board board;

    @Autowired
    private Replicas replicas;

    @Autowired
    private MeterRegistry meters;

    private final String id = Notes.newId();

    @BeforeEach
    void isConnected() {
        await().until(() -> meters.get("news.event.connected").gauges().stream().allMatch(gauge -> gauge.value() == 1));
    }

    @Test
    void everyReplicaSeesEveryEvent() {
        try (var other = replicas.another()) {
            var another = other.getBean(Glance.class);
            await().until(() -> another.gaps.get() > 0);

            publish(Notes.written(id, 1, "for all"));

            await().untilAsserted(() -> assertThat(glance.seen).contains(id));
            await().untilAsserted(() -> assertThat(another.seen).contains(id));
        }
    }

    @Test
    void oneThatThrowsIsToldThatItMayHaveMissedSomethingAndGoesOn() {
        int gaps = glance.gaps.get();
        publish(Notes.written(id, 1, "blinding"));
        publish(Notes.written(id, 2, "after"));

        await().untilAsserted(() -> assertThat(glance.seen).contains(id));
        assertThat(glance.gaps).hasValue(gaps + 1);
        assertThat(meters.get("news.event.missed").counter().count()).isPositive();
    }

    @Test
    void aReplicaThatStartsLateHasTheStateBeforeItIsReady() {
        List<String> pins =
                IntStream.range(0, 3000).mapToObj(_ -> Notes.newId()).toList();
        transaction.executeWithoutResult(_ -> pins.forEach(pin -> outbox.publish(Notes.pin(pin, 1, "here"))));
        transaction.executeWithoutResult(
                _ -> pins.subList(0, 1000).forEach(pin -> outbox.publishEnd(Notes.pin(pin, 2, ""))));
        transaction.executeWithoutResult(
                _ -> pins.subList(1000, 2000).forEach(pin -> outbox.publish(Notes.pin(pin, 2, "there"))));
        Map<String, String> places = pins.subList(1000, 3000).stream()
                .collect(Collectors.toMap(pin -> pin, pin -> pins.indexOf(pin) < 2000 ? "there" : "here"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(board.places)
                .containsAllEntriesOf(places)
                .doesNotContainKeys(pins.subList(0, 1000).toArray(String[]::new)));

        try (var late = replicas.another()) {
            // it has come up, so it is ready
            assertThat(late.getBean(Board.class).places).isEqualTo(board.places);
        }
    }

    private void publish(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }
}
