package news.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@PlatformTest(
        properties = {
            "spring.application.name=observed",
            "management.tracing.export.zipkin.enabled=true",
            "management.tracing.sampling.probability=1",
            "info.app=observed",
            "logging.structured.format.console=ecs",
            "logging.level.root=info"
        })
class ObservabilityIT {
    private static final Collector ZIPKIN = new Collector(202);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Environment environment;

    ObservabilityIT(@LocalServerPort int port, @Autowired Environment environment) {
        this.port = port;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void zipkinAddress(DynamicPropertyRegistry properties) {
        properties.add(
                "management.tracing.export.zipkin.endpoint",
                () -> "http://127.0.0.1:" + ZIPKIN.port() + "/api/v2/spans");
    }

    @AfterAll
    static void stop() {
        ZIPKIN.close();
    }

    @Test
    void continuesTheCallersW3cTraceToZipkin() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        get("/greeting", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        await().until(() ->
                ZIPKIN.bodies().stream().filter(span -> span.contains(trace)).count() > 0);
        assertThat(String.join("", ZIPKIN.bodies())).contains("\"observed\"").contains("news.greeting");
    }

    @Test
    void continuesTheCallersB3TraceToo() throws Exception {
        String trace = "463ac35c9f6413ad48485a3953bb6124";

        get("/greeting", "b3", trace + "-a2fb4a1d1a96d312-1");

        await().until(() -> ZIPKIN.bodies().stream().anyMatch(span -> span.contains(trace)));
    }

    @Test
    void writesLogsAsEcsWithServiceAndTrace(CapturedOutput output) throws Exception {
        String trace = "11111111111111111111111111111111";

        get("/greeting", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        await().untilAsserted(() -> assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains("greeting a reader") && line.contains(trace)))
                .first()
                .asString()
                .startsWith("{\"@timestamp\"")
                .contains("\"service\":{\"name\":\"observed\"", "\"trace.id\":\"" + trace + "\""));
    }

    @Test
    void showsHealthInfoAndMetricsAndNothingElse() throws Exception {
        assertThat(get("/actuator/health/readiness").body()).contains("UP");
        assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/heapdump").statusCode()).isEqualTo(404);
    }

    @Test
    void measuresRequestsInAFewFixedBuckets() throws Exception {
        get("/greeting");

        String buckets = get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_bucket") && line.contains("/greeting"))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(buckets.lines()).hasSizeBetween(8, 14);
        assertThat(buckets).contains("application=\"observed\"");
    }

    @Test
    void doesNotObserveProbesAndScrapes() throws Exception {
        get("/actuator/health");

        assertThat(get("/actuator/prometheus").body()).doesNotContain("uri=\"/actuator/health\"");
    }

    @Test
    void letsTheServiceSetWhatADefaultSays() {
        assertThat(environment.getProperty("management.tracing.sampling.probability"))
                .isEqualTo("1");
        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
