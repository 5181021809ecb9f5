package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.messaging.CloudEvent;
import news.platform.test.TestTokens;
import news.platform.test.store.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that the edge answers by itself: no service is behind them. */
@EdgeTest
class EdgeSignalsIT {

    /** What only the ordinary chain understands. */
    private static final String[] CHAINED = {"Accept", "application/*"};

    @Autowired
    EdgeClient client;

    @Autowired
    TestKafka kafka;

    @Autowired
    MeterRegistry meters;

    /** The topic is made by the first, which is lost with it. */
    @BeforeEach
    void begin() {
        await().until(() -> {
            client.post("/test/views", "{\"articleId\":\"first\"}");
            return !sent("first").isEmpty();
        });
    }

    @Test
    void sendsOnWhatIsValidWithWhoeverItWas() {
        var token = TestTokens.user("reader-1", "reader");
        var anonymous = client.post("/test/views", "{\"articleId\":\"a-1\"}");
        client.post("/test/views", "{\"articleId\":\"a-1\"}");
        var known = client.post("/test/views", "{\"articleId\":\"a-1\"}", "Authorization", "Bearer " + token);

        assertThat(anonymous.status()).isEqualTo(204);
        assertThat(anonymous.text()).isEmpty();
        assertThat(known.status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(sent("a-1")).hasSize(3));
        List<String> senders = headers("a-1", "ce_sender");
        assertThat(senders).last().isEqualTo("reader-1");
        assertThat(senders.get(0)).matches("~[0-9a-f]{32}").isEqualTo(senders.get(1));
        assertThat(CloudEvent.of(sent("a-1").getFirst()).context().type()).isEqualTo("news.testing.view.recorded.v1");
    }

    @Test
    void saysOfAllInOnePlaceThatTheyAreThere() {
        client.post("/test/views", "{\"articleId\":\"a-7\"}", "User-Agent", "Mozilla/5.0 (iPhone)");
        client.post("/test/views", "{\"articleId\":\"a-7\"}", "User-Agent", "Mozilla/5.0 (CUBOT X18)");

        await().untilAsserted(() -> assertThat(sent("a-7")).hasSize(2));
        assertThat(headers("a-7", "ce_sender")).doesNotHaveDuplicates();
        assertThat(headers("a-7", "ce_network").getFirst())
                .matches("[0-9a-f]{32}")
                .isEqualTo(headers("a-7", "ce_network").getLast());
    }

    @Test
    void sendsNothingOnOfKnownRobots() {
        var robot = client.post(
                "/test/views",
                "{\"articleId\":\"a-8\"}",
                "User-Agent",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        client.post("/test/views", "{\"articleId\":\"a-8\"}");

        assertThat(robot.status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(sent("a-8")).hasSize(1));
        assertThat(meters.get("news.gateway.signal.robots").counter().count()).isOne();
    }

    /** A browser names its page with every POST. */
    @Test
    void takesThemFromPagesThatMayAsk() {
        var own = client.post("/test/views", "{\"articleId\":\"a-2\"}", "Origin", "https://www.example.com");
        var foreign = client.post("/test/views", "{\"articleId\":\"a-2\"}", "Origin", "https://elsewhere.test");

        assertThat(own.status()).isEqualTo(204);
        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().path("traceId").asString()).isEqualTo(foreign.header("X-Trace-Id"));
        await().untilAsserted(() -> assertThat(sent("a-2")).hasSize(1));
    }

    /** What is plain is taken in front of the chain, anything else by it: nobody sees a difference. */
    @Test
    void answersTheSameWhicheverWayTheyGo() {
        var plain = client.post("/test/views", "{\"articleId\":\"a-3\"}");
        var chained = client.post("/test/views", "{\"articleId\":\"a-3\"}", CHAINED);

        assertThat(chained.status()).isEqualTo(plain.status()).isEqualTo(204);
        assertThat(plain.header("Cache-Control"))
                .isEqualTo(chained.header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(plain.header("X-Trace-Id")).hasSize(32);
        assertThat(plain.header("RateLimit-Remaining")).isNotEmpty();
        await().untilAsserted(() -> assertThat(sent("a-3")).hasSize(2));
    }

    @Test
    void refusesWhatIsNotValid() {
        assertThat(client.post("/test/views", "{\"articleId\":\"\"}").errorField())
                .isEqualTo("articleId");
        assertThat(client.post("/test/views", "{\"nosuch\":1}").status()).isEqualTo(400);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(400, "application/json", "{\"articleId\":\"\"}"),
                Arguments.of(400, "application/json", "{\"nosuch\":1}"),
                Arguments.of(400, "application/json", "{"),
                Arguments.of(413, "application/json", "{\"articleId\":\"" + "x".repeat(1024 * 1024) + "\"}"),
                Arguments.of(415, "text/plain", "{\"articleId\":\"a\"}"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesTheSameWhicheverWayTheyGo(int status, String type, String body) {
        Supplier<HttpRequest.Builder> request =
                () -> client.request("/test/views").header("Content-Type", type).POST(BodyPublishers.ofString(body));

        var plain = client.send(request.get());
        var chained = client.send(request.get().headers(CHAINED));

        assertThat(plain.status()).isEqualTo(chained.status()).isEqualTo(status);
        assertThat(plain.reason()).isEqualTo(chained.reason());
        assertThat(plain.errorField()).isEqualTo(chained.errorField());
        assertThat(plain.json().path("traceId").asString()).isEqualTo(plain.header("X-Trace-Id"));
    }

    @Test
    void refusesATokenThatIsNone() {
        var refused = client.post("/test/views", "{\"articleId\":\"a-4\"}", "Authorization", "Bearer nonsense");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(sent("a-4")).isEmpty();
    }

    @Test
    void keepsTheTraceOfItsClient() {
        var traced = client.post(
                "/test/views",
                "{\"articleId\":\"a-5\"}",
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");

        assertThat(traced.header("X-Trace-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    /** Each is measured once, by whoever took it. */
    @Test
    void measuresThoseInFrontOfTheChainByThemselves() {
        long front = count("news.gateway.signal");
        long chain = count("http.server.requests");

        client.post("/test/views", "{\"articleId\":\"a-6\"}");
        client.post("/test/views", "{\"articleId\":\"a-6\"}", CHAINED);

        await().untilAsserted(() -> assertThat(count("http.server.requests")).isEqualTo(chain + 1));
        assertThat(count("news.gateway.signal")).isEqualTo(front + 1);
    }

    /** How many requests of the signal's method a timer has seen. */
    private long count(String timer) {
        return meters.find(timer).timers().stream()
                .filter(one -> "/test/views".equals(one.getId().getTag("uri"))
                        || "news.platform.testing.v1.EchoService/RecordGlance"
                                .equals(one.getId().getTag("method")))
                .mapToLong(Timer::count)
                .sum();
    }

    private List<String> headers(String article, String name) {
        return sent(article).stream()
                .map(record -> CloudEvent.get(record.headers(), name))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> sent(String article) {
        Map<String, Object> config = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(kafka.topic("news.testing.view.v1"), 0);
            if (!consumer.listTopics().containsKey(partition.topic())) {
                return List.of();
            }
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            records.removeIf(
                    record -> !CloudEvent.get(record.headers(), "ce_subject").equals(article));
            return records;
        }
    }
}
