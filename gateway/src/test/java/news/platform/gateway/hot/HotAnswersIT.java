package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import news.platform.gateway.hot.Client.Got;
import news.platform.test.TestTokens;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HotTest
class HotAnswersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private MeterRegistry meters;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
    }

    @Test
    void answersTheSecondReaderFromMemory() {
        newsroom.publish("second", "Rates unchanged");
        Got cold = client.get("/api/v1/articles/second");

        Got hot = client.get("/api/v1/articles/second");

        assertThat(cold.status()).as(cold.body()).isEqualTo(200);
        assertThat(hot.body()).isEqualTo(cold.body()).contains("Rates unchanged");
        assertThat(newsroom.calls("second")).isOne();
        assertThat(served("fresh")).isPositive();
    }

    @Test
    void saysTheSameHotAndCold() {
        newsroom.publish("same", "Rates unchanged");
        Got cold = client.get("/api/v1/articles/same", "Accept-Encoding", "gzip");

        Got hot = client.get("/api/v1/articles/same", "Accept-Encoding", "gzip");

        for (String name : new String[] {
            "ETag",
            "Cache-Control",
            "Content-Type",
            "Content-Encoding",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Content-Security-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "Cross-Origin-Resource-Policy"
        }) {
            assertThat(hot.header(name)).as(name).isNotEmpty().isEqualTo(cold.header(name));
        }
        assertThat(hot.header("Cache-Control")).isEqualTo("public, max-age=180, stale-while-revalidate=180");
        assertThat(hot.header("Vary")).contains("Accept-Encoding", "Authorization");
        assertThat(hot.header("Age")).isEqualTo("0");
        assertThat(hot.header("X-Trace-Id")).matches("[0-9a-f]{32}").isNotEqualTo(cold.header("X-Trace-Id"));
        assertThat(hot.header("RateLimit-Limit")).isEqualTo(cold.header("RateLimit-Limit"));
        assertThat(Long.parseLong(hot.header("RateLimit-Remaining")))
                .isLessThanOrEqualTo(Long.parseLong(cold.header("RateLimit-Remaining")) + 1);
        assertThat(hot.header("RateLimit-Reset")).isNotEmpty();
    }

    @Test
    void givesEachEncodingItsBytesAndItsTag() throws IOException {
        newsroom.publish("encoded", "Rates unchanged");
        String plain = client.get("/api/v1/articles/encoded").header("ETag");
        Got gzip = client.get("/api/v1/articles/encoded", "Accept-Encoding", "gzip");
        Got brotli = client.get("/api/v1/articles/encoded", "Accept-Encoding", "gzip, br");

        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(gzip.header("ETag")).isEqualTo(plain.replaceAll("\"$", "g\""));
        assertThat(brotli.header("ETag")).isEqualTo(plain.replaceAll("\"$", "b\""));
        byte[] bytes = gzip.response().body();
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), "UTF-8"))
                .contains("Rates unchanged");
    }

    @Test
    void answersNotModifiedToWhoHasTheSameEncoding() {
        newsroom.publish("known", "Rates unchanged");
        String plain = client.get("/api/v1/articles/known").header("ETag");
        String gzip =
                client.get("/api/v1/articles/known", "Accept-Encoding", "gzip").header("ETag");

        Got unmodified = client.get("/api/v1/articles/known", "If-None-Match", "\"x\", W/" + plain);

        assertThat(unmodified.status()).isEqualTo(304);
        assertThat(unmodified.body()).isEmpty();
        assertThat(unmodified.header("ETag")).isEqualTo(plain);
        assertThat(unmodified.header("Cache-Control")).startsWith("public");
        assertThat(unmodified.header("X-Trace-Id")).isNotEmpty();
        assertThat(client.get("/api/v1/articles/known", "If-None-Match", "*").status())
                .isEqualTo(304);
        assertThat(client.get("/api/v1/articles/known", "If-None-Match", gzip).status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/articles/known", "If-None-Match", gzip, "Accept-Encoding", "gzip")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void answersHeadWithoutABody() {
        newsroom.publish("head", "Rates unchanged");
        Got get = client.get("/api/v1/articles/head");

        Got head = client.send("HEAD", "/api/v1/articles/head");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles/plain?unknown=1", "/api/v1/articles/plain?articleId=x"})
    void refusesAParameterThatTheMethodDoesNotHave(String path) {
        newsroom.publish("plain", "Rates unchanged");
        client.get("/api/v1/articles/plain");

        assertThat(client.get(path).status()).isEqualTo(400);
        assertThat(client.get(path).status()).isEqualTo(400);
    }

    @Test
    void leavesForeignOriginsAndOddRequestsToTheChain() {
        newsroom.publish("odd", "Rates unchanged");
        client.get("/api/v1/articles/odd");
        double before = served("fresh");

        assertThat(client.get("/api/v1/articles/odd", "Origin", "https://elsewhere.example")
                        .maybe("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(client.get("/api/v1/articles/odd", "Accept", "text/html").status())
                .isEqualTo(406);
        assertThat(client.get("/api/v1/articles/odd", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
        assertThat(served("fresh")).isEqualTo(before);
    }

    @Test
    void doesNotAnswerAnExpiredOrForgedToken() {
        newsroom.publish("token", "Rates unchanged");
        client.get("/api/v1/articles/token");

        assertThat(client.get("/api/v1/articles/token", "Authorization", "Bearer " + TestTokens.expired("u1"))
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/articles/token", "Authorization", "Bearer " + TestTokens.forged("u1"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void continuesTheCallersTrace() {
        newsroom.publish("traced", "Rates unchanged");
        client.get("/api/v1/articles/traced");
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(client.get("/api/v1/articles/traced", "traceparent", "00-" + id + "-00f067aa0ba902b7-00")
                        .header("X-Trace-Id"))
                .isEqualTo(id);
        assertThat(client.get("/api/v1/articles/traced", "traceparent", "00-" + id + "-00f067aa0ba902b7-01")
                        .header("X-Trace-Id"))
                .isEqualTo(id);
        for (String recorded : new String[] {"0", "1"}) {
            assertThat(client.get("/api/v1/articles/traced", "b3", id + "-00f067aa0ba902b7-" + recorded)
                            .header("X-Trace-Id"))
                    .isEqualTo(id);
            assertThat(client.get(
                                    "/api/v1/articles/traced",
                                    "X-B3-TraceId",
                                    "a3ce929d0e0e4736",
                                    "X-B3-SpanId",
                                    "00f067aa0ba902b7",
                                    "X-B3-Sampled",
                                    recorded)
                            .header("X-Trace-Id"))
                    .isEqualTo("a3ce929d0e0e4736");
        }
    }

    @Test
    void namesTheCallersTraceInARefusalFromMemory() {
        client.get("/api/v1/articles/nowhere");

        Got hot = client.get("/api/v1/articles/nowhere", "b3", "a3ce929d0e0e4736-00f067aa0ba902b7-0");

        assertThat(hot.status()).isEqualTo(404);
        assertThat(hot.header("X-Trace-Id")).isEqualTo("a3ce929d0e0e4736");
        assertThat(hot.body()).contains("\"traceId\":\"a3ce929d0e0e4736\"");
    }

    @Test
    void evaluatesConditionsOnSeveralLines() {
        newsroom.publish("lines", "Rates unchanged");
        String tag = client.get("/api/v1/articles/lines").header("ETag");
        double before = served("not_modified");

        assertThat(client.get("/api/v1/articles/lines", "If-None-Match", "\"x\"", "If-None-Match", "W/" + tag)
                        .status())
                .isEqualTo(304);
        assertThat(served("not_modified")).isEqualTo(before + 1);
        assertThat(client.get("/api/v1/articles/lines", "If-None-Match", "x").status())
                .isEqualTo(400);
        assertThat(client.get("/api/v1/articles/lines", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/articles/lines", "If-Match", "W/" + tag).status())
                .isEqualTo(412);
        assertThat(client.get("/api/v1/articles/lines", "Accept", "text/html", "Accept", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/articles/lines", "Accept", "application/json;q=0")
                        .status())
                .isEqualTo(406);
        assertThat(client.get("/api/v1/articles/lines", "Accept-Encoding", "deflate", "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    private static ConditionFactory eventually() {
        return await().atMost(30, TimeUnit.SECONDS).pollInterval(20, TimeUnit.MILLISECONDS);
    }

    private double served(String outcome) {
        return meters.find("news.gateway.hot").tag("outcome", outcome).timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }
}
