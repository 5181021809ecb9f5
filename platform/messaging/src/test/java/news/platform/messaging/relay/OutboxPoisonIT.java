package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.MessagingProperties.Create;
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

            refused.forEach(id -> station.publish(Notes.written(id, 1, "x".repeat(Station.LONG_NOTE))));
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
            station.publish(Notes.written(id, 1, "x".repeat(Station.LONG_NOTE)));
            station.publish(Notes.written(id, 2, "short"));
            await().atMost(LONG).until(() -> station.letters().oldest().size() == 2);

            String first = station.letters().oldest().getFirst().eventId();
            assertThat(station.letters().discard(UUID.fromString(first))).isOne();
            station.letters().retry();
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(facts(station, id)).containsExactly(2L);
        }
    }

    @Test
    void passesByATopicThatIsNotThereForNowHoweverManyRowsWaitForIt() throws Exception {
        List<String> waiting =
                IntStream.range(0, 3 * WINDOW).mapToObj(_ -> Notes.newId()).toList();
        try (var station = new Station(TestKafka.bootstrapServers(), Create.NONE)) {
            station.make("news.sample.pin.v1");
            station.publish(notes -> waiting.forEach(id -> notes.accept(Notes.written(id, 1, "waits"))));
            station.publish(notes -> waiting.forEach(id -> notes.accept(Notes.written(id, 2, "waits behind it"))));
            station.relay();

            for (long version = 1; version <= 5; version++) {
                station.publish(Notes.pin(good, version, "not held up"));
                await().atMost(LONG).until(() -> station.waiting(good) == 0);
            }
            assertThat(station.waiting()).isEqualTo(6 * WINDOW);

            station.make("news.sample.note.v1");
            await().atMost(LONG).until(() -> station.waiting() == 0);
            assertThat(versions(station.sent(Set.copyOf(waiting))))
                    .hasSize(waiting.size())
                    .allSatisfy((_, versions) -> assertThat(versions).containsExactly(1L, 2L));
            assertThat(station.letters().oldest()).isEmpty();
        }
    }

    /** The versions of each subject in the order in which they were first sent. */
    private static Map<String, List<Long>> versions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.collectingAndThen(
                                Collectors.mapping(OutboxPoisonIT::version, Collectors.toList()),
                                versions -> versions.stream().distinct().toList())));
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
