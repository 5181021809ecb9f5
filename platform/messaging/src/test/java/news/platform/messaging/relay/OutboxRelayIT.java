package news.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.platform.messaging.CloudEvent;
import news.platform.messaging.Notes;
import news.platform.sample.v1.NoteWritten;
import news.platform.test.store.TestBroker;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void losesNothingAndKeepsOrderWhileTheActiveRelayIsKilledAgainAndAgain() throws Exception {
        Set<String> ids = newIds(12);
        try (var station = new Station(TestKafka.bootstrapServers());
                var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 3).forEach(_ -> station.relay());

            var publishers = ids.stream()
                    .map(id -> CompletableFuture.runAsync(
                            () -> LongStream.rangeClosed(1, 60)
                                    .forEach(version -> station.publish(Notes.written(id, version, "v" + version))),
                            desks))
                    .toList();
            for (int kill = 0; kill < 6; kill++) {
                await().atMost(LONG).until(() -> station.active() == 1);
                station.killActive();
            }
            publishers.forEach(CompletableFuture::join);
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(firstVersions(station.sent(ids))).hasSize(12).allSatisfy((_, versions) -> assertThat(versions)
                    .isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList()));
        }
    }

    @Test
    void letsOnlyOneRelayOfADatabaseWorkAndAnotherTakeOver() throws Exception {
        try (var station = new Station(TestKafka.bootstrapServers())) {
            Runnable stopFirst = station.relay();
            await().atMost(LONG).until(() -> station.active() == 1);
            station.relay();

            stopFirst.run();

            await().atMost(LONG).until(() -> station.active() == 1);
            station.publish(Notes.written(Notes.newId(), 1, "taken over"));
            await().atMost(LONG).until(() -> station.waiting() == 0);
        }
    }

    /** Without a rest it waits to be told; in one it finds by itself what its own process publishes. By polling it would take 20 s. */
    @ParameterizedTest
    @ValueSource(longs = {0, 20})
    void isWokenByACommitInsteadOfPolling(long restMillis) throws Exception {
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.rest(Duration.ofMillis(restMillis));
            station.relay(Duration.ofHours(1));
            station.publish(Notes.written(Notes.newId(), 1, "makes the topic"));
            await().atMost(LONG).until(() -> station.waiting() == 0);

            await().atMost(Duration.ofSeconds(10)).until(() -> {
                for (int i = 0; i < 10; i++) {
                    sent(station, station::publish);
                    sent(station, station::publishElsewhere);
                }
                return true;
            });
        }
    }

    private static void sent(Station station, Consumer<Message> publisher) {
        publisher.accept(Notes.written(Notes.newId(), 1, "while it waits"));
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> station.waiting() == 0);
    }

    @Test
    void sendsAtOnceAndLetsGatherWhatFollows() throws Exception {
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.rest(Duration.ofHours(1));
            station.relay();
            station.publish(Notes.written(Notes.newId(), 1, "alone"));
            await().atMost(LONG).until(() -> station.waiting() == 0);

            station.publish(Notes.written(Notes.newId(), 1, "behind it"));
            station.publishElsewhere(Notes.written(Notes.newId(), 1, "and behind that"));

            await().during(Duration.ofMillis(300)).atMost(LONG).until(() -> station.waiting() == 2);
        }
    }

    @Test
    void waitsForABrokerThatIsAwayAndSaysItOnce(CapturedOutput output) throws Exception {
        Set<String> ids = newIds(5);
        try (TestBroker broker = TestBroker.started();
                var station = new Station(broker.bootstrapServers())) {
            station.relay();
            ids.forEach(id -> station.publish(Notes.written(id, 1, "before")));
            await().atMost(LONG).until(() -> station.waiting() == 0);

            broker.stop();
            for (long version = 2; version <= 11; version++) {
                long current = version;
                ids.forEach(id -> station.publish(Notes.written(id, current, "meanwhile")));
            }
            await().atMost(LONG).until(() -> output.getOut().contains("the broker is away"));
            assertThat(station.waiting()).isEqualTo(50);
            broker.start();
            await().atMost(LONG).until(() -> station.waiting() == 0);

            assertThat(firstVersions(station.sent(ids))).hasSize(5).allSatisfy((_, versions) -> assertThat(versions)
                    .isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList()));
            assertThat(output.getOut().lines().filter(line -> line.contains("the broker is away")))
                    .hasSize(1);
        }
    }

    @Test
    void sendsALateCommitThatWasWrittenEarlier() throws Exception {
        String early = Notes.newId();
        String late = Notes.newId();
        try (var station = new Station(TestKafka.bootstrapServers())) {
            station.relay();
            station.jdbc.sql("SELECT nextval('platform.outbox_id_seq')").query().listOfRows();
            station.publish(Notes.written(late, 1, "higher id, committed first"));
            await().atMost(LONG).until(() -> station.waiting() == 0);

            station.jdbc
                    .sql("""
                            INSERT INTO platform.outbox
                              (id, event_id, topic, type, subject, version, payload, create_time)
                            OVERRIDING SYSTEM VALUE
                            VALUES (1, gen_random_uuid(), :topic, 'news.sample.note.written.v1', :id, 1,
                              :payload, now())""")
                    .param("topic", station.topic())
                    .param("id", early)
                    .param("payload", Notes.written(early, 1, "lower id").toByteArray())
                    .update();

            await().atMost(LONG).until(() -> station.waiting() == 0);
            assertThat(station.sent(Set.of(early, late))).hasSize(2);
        }
    }

    private static Set<String> newIds(int count) {
        var ids = new HashSet<String>();
        IntStream.range(0, count).forEach(_ -> ids.add(Notes.newId()));
        return ids;
    }

    /** The versions of each subject in the order in which an inbox lets them pass: a repeated event counts once. */
    private static Map<String, List<Long>> firstVersions(List<ConsumerRecord<String, byte[]>> records)
            throws InvalidProtocolBufferException {
        var seen = new HashSet<String>();
        var versions = new LinkedHashMap<String, List<Long>>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (seen.add(CloudEvent.get(record.headers(), "ce_id"))) {
                versions.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(NoteWritten.parseFrom(record.value()).getVersion());
            }
        }
        return versions;
    }
}
