package news.platform.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Clients that send a byte now and then are cut off when their time is up; everybody else is served meanwhile. */
@EdgeTest
@TestPropertySource(
        properties = {
            "news.gateway.connection.headers-within=700ms",
            "news.gateway.connection.body-grace=700ms",
            "news.gateway.connection.body-rate=1MB"
        })
class SlowClientsIT {

    private static final int CLIENTS = 100;

    @Autowired
    EdgeClient client;

    @Autowired
    MeterRegistry meters;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private double cutBefore;

    @BeforeEach
    void count() {
        cutBefore = cut("headers");
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void cutsHeadersThatDrip() {
        var slow = open("GET /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", true);

        assertThat(client.get("/api/v1/articles").status()).isEqualTo(200);
        assertThat(slow).allSatisfy(one -> assertThat(one.untilClosed()).isEmpty());

        assertThat(cut("headers") - cutBefore).isEqualTo(CLIENTS);
    }

    @Test
    void cutsHeadersThatStop() {
        var slow = open("GET /api/v1/articles HTTP/1.1\r\nHost: ", false);

        assertThat(slow).allSatisfy(one -> assertThat(one.untilClosed()).isEmpty());

        assertThat(cut("headers") - cutBefore).isEqualTo(CLIENTS);
    }

    @Test
    void answersBodiesThatDrip() {
        var slow = open(post("/test/raw"), true);

        assertThat(client.get("/api/v1/articles").status()).isEqualTo(200);
        assertThat(slow).allSatisfy(one -> assertThat(one.untilClosed())
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "REQUEST_TIMEOUT", "Connection: close"));

        assertThat(meters.get("news.gateway.connection.body.bytes").gauge().value())
                .isZero();
    }

    @Test
    void doesNotWaitForBodiesThatNobodyWants() {
        double before = cut("body");
        var slow = open(post("/api/v1/nothing"), true);

        assertThat(slow)
                .allSatisfy(one ->
                        assertThat(one.untilClosed()).startsWith("HTTP/1.1 404").contains("NOT_FOUND"));

        assertThat(cut("body") - before).isEqualTo(CLIENTS);
    }

    @Test
    void keepsAConnectionWhoseUnwantedBodyCame() {
        var body = "1".repeat(100_000);
        var twice = ("POST /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + body)
                + "GET /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (var connection = new SlowConnection(client.port(), twice)) {
            assertThat(connection.untilClosed()).startsWith("HTTP/1.1 404").contains("HTTP/1.1 200");
        }
    }

    @Test
    void doesNotAskForABodyThatNobodyWants() {
        var expecting = post("/api/v1/articles").replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");

        try (var connection = new SlowConnection(client.port(), expecting)) {
            assertThat(connection.untilClosed()).startsWith("HTTP/1.1 401").doesNotContain("100 Continue");
        }
    }

    @Test
    void doesNotWaitForABodyThatNobodyAskedForAndNobodyWants() {
        var expecting = "GET /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                + "Content-Length: 1000000\r\n\r\n";

        assertThat(open(expecting, true))
                .allSatisfy(one -> assertThat(one.untilClosed()).startsWith("HTTP/1.1 200"));
    }

    @Test
    void doesNotWaitForTheRestOfABodyThatIsTooLong() {
        var discarded = "1".repeat(2 * 1024 * 1024 + 9000);
        var head = "POST /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n";

        try (var connection = new SlowConnection(client.port(), head + discarded).drip(clock)) {
            // with bytes of ours unread, the answer may be lost to the reset
            assertThat(connection.untilClosed()).matches("(?s)|HTTP/1.1 404.*");
        }
    }

    private List<SlowConnection> open(String beginning, boolean dripping) {
        var connections = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> new SlowConnection(client.port(), beginning))
                .toList();
        if (dripping) {
            connections.forEach(connection -> connection.drip(clock));
        }
        return connections;
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000000\r\n\r\n";
    }

    private double cut(String part) {
        return meters.get("news.gateway.connection.slow")
                .tag("part", part)
                .counter()
                .count();
    }
}
