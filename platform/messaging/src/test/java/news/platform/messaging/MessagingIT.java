package news.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.platform.messaging.group.DeadLetters;
import news.platform.test.PlatformTest;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest(properties = "news.messaging.topic.partitions=3")
class MessagingIT {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NotesApplication.Reader reader;

    @Autowired
    private Kafka kafka;

    @Autowired
    private TestKafka topics;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private Tracer tracer;

    @LocalServerPort
    private int port;

    private final String id = Notes.newId();

    @Test
    void deliversWhatACommittedTransactionPublished() {
        publish(Notes.written(id, 7, "hello"));

        await().untilAsserted(() -> assertThat(textsOf(id)).containsExactly("hello"));
        EventContext context = Objects.requireNonNull(reader.contexts.get(id));
        assertThat(context.type()).isEqualTo("news.sample.note.written.v1");
        assertThat(context.subject()).isEqualTo(id);
        assertThat(context.version()).isEqualTo(7);
        assertThat(context.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void publishesNothingWhenTheTransactionRollsBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    outbox.publish(Notes.written(id, 1, "never"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        publish(Notes.written(id, 2, "after"));

        await().until(() -> !textsOf(id).isEmpty());
        assertThat(textsOf(id)).containsExactly("after");
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(() -> outbox.publish(Notes.written(id, 1, "lost")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatThrownBy(() -> publish(StringValue.of("text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("google.protobuf.StringValue");
    }

    @Test
    void refusesToEndASubjectThatIsNotForgotten() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> outbox.publishEnd(Notes.torn(id, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("news.sample.note.v1 is not compacted");
    }

    @Test
    void refusesAnEventWithoutSubject() {
        assertThatThrownBy(() -> publish(Notes.written("", 1, "whose?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no subject");
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        assertThatThrownBy(() -> publish(Notes.written(id, 1, "x".repeat(4_000_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: <= 3145728");
    }

    @Test
    void deliversALargeEvent() {
        String text = "很".repeat(900_000);

        publish(Notes.written(id, 1, text));

        await().untilAsserted(() -> assertThat(textsOf(id)).containsExactly(text));
    }

    @Test
    void keepsTheOrderOfEachSubject() {
        List<String> ids = IntStream.range(0, 5).mapToObj(_ -> Notes.newId()).toList();

        for (int version = 1; version <= 40; version++) {
            int current = version;
            transaction.executeWithoutResult(
                    _ -> ids.forEach(note -> outbox.publish(Notes.written(note, current, "v" + current))));
        }

        List<Long> versions = LongStream.rangeClosed(1, 40).boxed().toList();
        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(note -> assertThat(versionsOf(note)).isEqualTo(versions)));
    }

    @Test
    void handlesADuplicateOnce() {
        var event = new CloudEvent(
                new EventContext(Notes.newId(), "news.sample.note.written.v1", id, 1, Instant.now()),
                Notes.written(id, 1, "once").toByteArray());

        for (int i = 0; i < 3; i++) {
            kafka.template().send(event.toRecord(topic(), "/elsewhere", null)).join();
        }
        publish(Notes.written(id, 2, "last"));

        await().until(() -> textsOf(id).contains("last"));
        assertThat(textsOf(id)).containsExactly("once", "last");
    }

    @Test
    void skipsEventsThatNobodyTakes() {
        publish(Notes.torn(id, 1));
        publish(Notes.written(id, 2, "after"));

        await().untilAsserted(() -> assertThat(textsOf(id)).containsExactly("after"));
    }

    @Test
    void putsAPoisonousEventAsideAndReplaysItWhenCured() throws Exception {
        reader.unreadable.add("poison");
        publish(Notes.written(id, 1, "poison"));
        publish(Notes.written(id, 2, "after"));

        await().untilAsserted(() -> assertThat(textsOf(id)).containsExactly("after"));
        reader.unreadable.remove("poison");
        HttpResponse<String> replayed = post("/actuator/deadletters");

        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(replayed.body()).contains("\"handled\":1");
        assertThat(textsOf(id)).containsExactly("after", "poison");
        assertThat(deadLetters.replay().handled()).isZero();
    }

    @Test
    void keepsADeadLetterThatFailsAgain() {
        reader.unreadable.add("still poison");
        publish(Notes.written(id, 1, "still poison"));
        await().until(() -> waiting() > 0);

        assertThat(deadLetters.replay().failed()).isPositive();
        assertThat(waiting()).isPositive();
        assertThat(textsOf(id)).isEmpty();
        reader.unreadable.remove("still poison");
        assertThat(deadLetters.replay().handled()).isEqualTo(1);
        assertThat(textsOf(id)).containsExactly("still poison");
    }

    @Test
    void putsARecordThatIsNoEventAside() throws Exception {
        var garbage = new ProducerRecord<>(topic(), id, new byte[] {1, 2, 3});
        garbage.headers().add("ce_type", "news.sample.note.written.v1".getBytes(StandardCharsets.UTF_8));

        kafka.template().send(garbage).join();
        publish(Notes.written(id, 1, "after"));

        await().untilAsserted(() -> assertThat(textsOf(id)).containsExactly("after"));
        await().until(() -> waiting() > 0);
        assertThat(get("/actuator/prometheus").body()).contains("news_event_dead_total");
        assertThat(deadLetters.replay().failed()).isPositive();
    }

    @Test
    void continuesThePublishersTrace() {
        Span span = tracer.nextSpan().name("publisher").start();
        try (var _ = tracer.withSpan(span)) {
            publish(Notes.written(id, 1, "traced"));
        } finally {
            span.end();
        }

        await().untilAsserted(() ->
                assertThat(reader.traces.get(id)).isEqualTo(span.context().traceId()));
    }

    @Test
    void tellsHowMuchWaitsInTheOutbox() throws Exception {
        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "news_outbox_rows",
                        "news_outbox_oldest_age_seconds",
                        "kafka_consumer_fetch_manager_records_lag");
    }

    private String topic() {
        return topics.topic("news.sample.note.v1");
    }

    private void publish(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    private long waiting() {
        return deadLetters.waiting().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> textsOf(String note) {
        return jdbc.sql("SELECT text FROM reading WHERE note_id = :id ORDER BY position")
                .param("id", note)
                .query(String.class)
                .list();
    }

    private List<Long> versionsOf(String note) {
        return jdbc.sql("SELECT version FROM reading WHERE note_id = :id ORDER BY position")
                .param("id", note)
                .query(Long.class)
                .list();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
