package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.platform.messaging.NotesApplication.Announcer;
import news.platform.messaging.NotesApplication.Glance;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import news.platform.test.store.TestKafka;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class ConsumersIT {
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
        await().until(() -> waiting() == 1);

        List<String> later = IntStream.range(0, 50).mapToObj(_ -> Notes.newId()).toList();
        later.forEach(note -> send(note, 1, Instant.now()));

        await().untilAsserted(() -> assertThat(readings()).contains(id).containsAll(later));
        await().untilAsserted(() -> assertThat(glance.seen).contains(id).containsAll(later));
        assertThat(announcer.announced).doesNotContain(id);

        announcer.away.set(false);
        await().untilAsserted(() -> assertThat(announcer.announced).contains(id).containsAll(later));
        await().until(() -> waiting() == 0);
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
    void aReplayRebuildsOneAndFiresNoOther() throws Exception {
        List<String> notes =
                IntStream.range(0, 2000).mapToObj(_ -> Notes.newId()).toList();
        CompletableFuture.allOf(
                        notes.stream().map(note -> send(note, 1, Instant.now())).toArray(CompletableFuture[]::new))
                .join();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(readings()).containsAll(notes));
        await().untilAsserted(() -> assertThat(announcer.announced).containsAll(notes));
        int announced = announcer.announced.size();
        List<String> before = readings();

        try (var _ = replicas.another()) {
            assertThat(replay("Reader:replay").statusCode()).isEqualTo(200);
            send(id, 1, Instant.now()).join();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(readings()).containsAll(before).contains(id));
            assertThat(jdbc.sql("SELECT note_id || ' ' || version FROM reading")
                            .query(String.class)
                            .list())
                    .doesNotHaveDuplicates();
        }
        assertThat(announcer.announced.size()).isLessThanOrEqualTo(announced + 1);
    }

    @Test
    void refusesToReplayWhatHasNoHistory() throws Exception {
        assertThat(replay("Announcer:replay").statusCode()).isEqualTo(400);
        assertThat(replay("Reader").statusCode()).isEqualTo(400);
    }

    private CompletableFuture<?> send(String note, long version, Instant time) {
        var event = new CloudEvent(
                new EventContext(Notes.newId(), "news.sample.note.written.v1", note, version, time),
                Notes.written(note, version, "sent").toByteArray());
        return kafka.template().send(event.toRecord(topics.topic("news.sample.note.v1"), "/elsewhere", null));
    }

    private double waiting() {
        return meters.get("news.event.waiting")
                .tag("handler", "Announcer")
                .gauge()
                .value();
    }

    private List<String> readings() {
        return jdbc.sql("SELECT note_id FROM reading").query(String.class).list();
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
