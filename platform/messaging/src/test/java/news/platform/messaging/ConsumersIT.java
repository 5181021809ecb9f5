package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.platform.messaging.NotesApplication.Announcer;
import news.platform.messaging.NotesApplication.Glance;
import news.platform.messaging.NotesApplication.Reader;
import news.platform.messaging.group.DeadLetters;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import news.platform.test.store.TestKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class ConsumersIT {
    /** How many events are replayed: as many as one likes with {@code -Dnews.test.events=N}. */
    private static final int NOTES = Integer.getInteger("news.test.events", 2000);

    private static final int TOGETHER = 200;

    @Autowired
    private Reader reader;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private Announcer announcer;

    @Autowired
    private Glance glance;

    @Autowired
    private Kafka kafka;

    @Autowired
    private TestKafka topics;

    @Autowired
    private Replicas replicas;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private final String id = Notes.newId();

    @Test
    void oneThatWaitsForWhatIsAwayDelaysNoOther() {
        announcer.away.set(true);
        send(id, 1, Instant.now());
        await().until(() -> waiting("Announcer") == 1);

        List<String> later = IntStream.range(0, 50).mapToObj(_ -> Notes.newId()).toList();
        later.forEach(note -> send(note, 1, Instant.now()));

        await().untilAsserted(() -> assertThat(readings()).contains(id).containsAll(later));
        await().untilAsserted(() -> assertThat(glance.seen).containsKey(id).containsKeys(later.toArray(String[]::new)));
        assertThat(announcer.announced).doesNotContain(id);

        announcer.away.set(false);
        await().untilAsserted(() -> assertThat(announcer.announced).contains(id).containsAll(later));
        await().until(() -> waiting("Announcer") == 0);
    }

    @Test
    void oneThatTakesWhatIsNewLeavesOutWhatIsOld() {
        String old = Notes.newId();
        send(old, 1, Instant.now().minus(Duration.ofMinutes(2)));
        send(id, 1, Instant.now());

        await().untilAsserted(() -> assertThat(announcer.announced).contains(id));
        await().untilAsserted(() -> assertThat(readings()).contains(old, id));
        assertThat(announcer.announced).doesNotContain(old);
    }

    @Test
    void eventsThatComeTogetherShareATransaction() {
        List<String> notes = sendTogether();

        await().untilAsserted(() -> assertThat(readings()).containsAll(notes));
        assertThat(transactions(notes)).isLessThan(TOGETHER / 2);
    }

    @Test
    void oneOfThemThatFailsTakesNoOtherAlong() {
        reader.awaited.add("torn");
        List<String> notes = new ArrayList<>(sendTogether());
        send(id, 1, "torn", Instant.now());
        notes.addAll(sendTogether());
        await().until(() -> waiting("Reader") == 1);

        // what was away and then is poison is poison
        reader.unreadable.add("torn");
        reader.awaited.remove("torn");
        await().until(() -> waiting("Reader") == 0);
        await().untilAsserted(() -> assertThat(readings()).containsAll(notes));
        assertThat(readings()).doesNotContain(id);
        assertThat(jdbc.sql("SELECT count(*) FROM reading WHERE note_id = ANY (:notes)")
                        .param("notes", notes.toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * TOGETHER);

        reader.unreadable.remove("torn");
        await().untilAsserted(() -> {
            deadLetters.replay();
            assertThat(readings()).contains(id);
        });
        List<String> later = sendTogether();
        await().untilAsserted(() -> assertThat(readings()).containsAll(later));
        assertThat(transactions(later)).isLessThan(TOGETHER / 2);
    }

    @Test
    void aReplayRebuildsOneAndFiresNoOther() throws Exception {
        Duration patience = Duration.ofSeconds(60 + NOTES / 100);
        List<String> notes =
                IntStream.range(0, NOTES).mapToObj(_ -> Notes.newId()).toList();
        double before = handled("Announcer");
        CompletableFuture.allOf(
                        notes.stream().map(note -> send(note, 1, Instant.now())).toArray(CompletableFuture[]::new))
                .join();
        await().atMost(patience).until(() -> readings().containsAll(notes) && handled("Announcer") >= before + NOTES);
        int announced = announcer.announced.size();
        Set<String> read = readings();

        try (var _ = replicas.another()) {
            assertThat(replay("Reader:replay").statusCode()).isEqualTo(200);
            send(id, 1, Instant.now()).join();

            await().atMost(patience)
                    .until(() -> readings().containsAll(read) && readings().contains(id));
            assertThat(jdbc.sql(
                                    "SELECT count(*) FROM (SELECT 1 FROM reading GROUP BY note_id, version HAVING count(*) > 1) AS doubles")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(announcer.announced.size()).isLessThanOrEqualTo(announced + 1);
    }

    @Test
    void refusesToReplayWhatHasNoHistory() throws Exception {
        for (String unknown : List.of("Announcer:replay", "Reader", "Nobody:replay")) {
            HttpResponse<String> refused = replay(unknown);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(unknown).contains("expected: one of [Reader:replay]");
        }
    }

    private List<String> sendTogether() {
        List<String> notes =
                IntStream.range(0, TOGETHER).mapToObj(_ -> Notes.newId()).toList();
        notes.forEach(note -> send(note, 1, Instant.now()));
        return notes;
    }

    /** In how many they were read. */
    private int transactions(List<String> notes) {
        return jdbc.sql("SELECT count(DISTINCT transaction) FROM reading WHERE note_id = ANY (:notes)")
                .param("notes", notes.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private CompletableFuture<?> send(String note, long version, Instant time) {
        return send(note, version, "sent", time);
    }

    private CompletableFuture<?> send(String note, long version, String text, Instant time) {
        var event = new CloudEvent(
                new EventContext(Notes.newId(), "news.sample.note.written.v1", note, version, time),
                Notes.written(note, version, text).toByteArray());
        return kafka.template().send(event.toRecord(topics.topic("news.sample.note.v1"), "/elsewhere", null));
    }

    private double waiting(String handler) {
        return meters.get("news.event.waiting").tag("handler", handler).gauge().value();
    }

    /** How many events a consumer has done with, whatever it did. */
    private double handled(String handler) {
        return meters.find("news.event.handling").tag("handler", handler).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private Set<String> readings() {
        return jdbc.sql("SELECT note_id FROM reading").query(String.class).set();
    }

    private HttpResponse<String> replay(String consumer) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/events/" + consumer))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
