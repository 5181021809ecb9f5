package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
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
    /** How many keys the compacted topic has: as many as one likes with {@code -Dnews.test.pins=N}. */
    private static final int PINS = Integer.getInteger("news.test.pins", 3000);

    private static final int BATCH = 1000;

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

            await().untilAsserted(() -> assertThat(glance.seen).containsKey(id));
            await().untilAsserted(() -> assertThat(another.seen).containsKey(id));
        }
    }

    @Test
    void oneThatThrowsIsToldThatItMayHaveMissedSomethingAndGoesOn() {
        int gaps = glance.gaps.get();
        publish(Notes.written(id, 1, "blinding"));
        publish(Notes.written(id, 2, "after"));

        await().untilAsserted(() -> assertThat(glance.seen).containsKey(id));
        assertThat(glance.gaps).hasValue(gaps + 1);
        assertThat(meters.get("news.event.missed").counter().count()).isPositive();
    }

    @Test
    void aReplicaThatStartsLateHasTheStateBeforeItIsReady() {
        List<String> pins =
                IntStream.range(0, PINS).mapToObj(_ -> Notes.newId()).toList();
        List<String> gone = pins.subList(0, PINS / 3);
        List<String> moved = pins.subList(PINS / 3, 2 * PINS / 3);
        publish(pins, pin -> outbox.publish(Notes.pin(pin, 1, "here")));
        publish(gone, pin -> outbox.publishEnd(Notes.pin(pin, 2, "")));
        publish(moved, pin -> outbox.publish(Notes.pin(pin, 2, "there")));
        var places = new HashMap<String, String>();
        pins.forEach(pin -> places.put(pin, "here"));
        moved.forEach(pin -> places.put(pin, "there"));
        gone.forEach(places::remove);
        await().atMost(Duration.ofSeconds(60 + PINS / 200))
                .until(() -> board.places.entrySet().containsAll(places.entrySet())
                        && gone.stream().noneMatch(board.places::containsKey));

        try (var late = replicas.another()) {
            // it has come up, so it is ready
            assertThat(late.getBean(Board.class).places).isEqualTo(board.places);
        }
    }

    private void publish(List<String> pins, Consumer<String> each) {
        for (int from = 0; from < pins.size(); from += BATCH) {
            List<String> batch = pins.subList(from, Math.min(pins.size(), from + BATCH));
            transaction.executeWithoutResult(_ -> batch.forEach(each));
        }
    }

    private void publish(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }
}
