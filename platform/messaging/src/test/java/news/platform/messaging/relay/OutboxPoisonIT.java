package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.Notes;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutboxPoisonIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int WINDOW = 100;

    private final String good = Notes.newId();

    @Test
    void passesByTopicsThatCannotBeMade() throws Exception {
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.insert(station.topic().replace("note", "undeclared"), 3 * WINDOW);
            station.insert("no topic name!", 3 * WINDOW);
            station.publish(Notes.written(good, 1, "behind 600 that cannot be sent"));
            station.relay();

            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(facts(station, good)).containsExactly(1L);
            assertThat(station.letters().oldest()).hasSize(100).allSatisfy(letter -> assertThat(letter.reason())
                    .contains("is declared by no contract"));
        }
    }

    @Test
    void holdsUpOnlyTheSubjectOfWhatTheBrokerRefusesAndSendsItInOrderWhenItMay() throws Exception {
        List<String> refused =
                IntStream.range(0, 10).mapToObj(_ -> Notes.newId()).toList();
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.relay();
            station.publish(Notes.written(good, 1, "makes the topic"));
            await().atMost(LONG).until(() -> station.waiting() == 0);
            station.limit(3000);

            refused.forEach(id -> station.publish(Notes.written(id, 1, "x".repeat(5000))));
            refused.forEach(id -> station.publish(Notes.written(id, 2, "short, but after")));
            station.publish(Notes.written(good, 2, "not held up"));
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(facts(station, good)).containsExactly(1L, 2L);
            assertThat(refused).allSatisfy(id -> assertThat(facts(station, id)).isEmpty());
            assertThat(station.letters().oldest())
                    .hasSize(20)
                    .anySatisfy(letter -> assertThat(letter.reason()).contains("RecordTooLargeException"))
                    .anySatisfy(letter -> assertThat(letter.reason()).contains("behind a dead letter"));

            station.limit(1_000_000);
            assertThat(station.letters().retry()).isEqualTo(20);
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(refused).allSatisfy(id -> assertThat(facts(station, id)).containsExactly(1L, 2L));
            assertThat(station.letters().oldest()).isEmpty();
        }
    }

    @Test
    void sendsWhatWasBehindOneThatIsGivenUp() throws Exception {
        String id = Notes.newId();
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.relay();
            station.publish(Notes.written(good, 1, "makes the topic"));
            await().atMost(LONG).until(() -> station.waiting() == 0);
            station.limit(3000);
            station.publish(Notes.written(id, 1, "x".repeat(5000)));
            station.publish(Notes.written(id, 2, "short"));
            await().atMost(LONG).until(() -> station.letters().oldest().size() == 2);

            String first = station.letters().oldest().getFirst().eventId();
            assertThat(station.letters().discard(first)).isOne();
            station.letters().retry();
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(facts(station, id)).containsExactly(2L);
        }
    }

    /** The versions that were sent of a subject. */
    private static List<Long> facts(Station station, String id) {
        return station.sent(Set.of(id)).stream()
                .map(OutboxPoisonIT::version)
                .distinct()
                .toList();
    }

    private static Long version(ConsumerRecord<String, byte[]> record) {
        return CloudEvent.of(record).context().version();
    }
}
