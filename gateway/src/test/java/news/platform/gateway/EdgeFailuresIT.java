package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever fails is a problem document with the right status. */
@EdgeTest
class EdgeFailuresIT {

    @Autowired
    EdgeClient client;

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "ALREADY_EXISTS, 409",
        "CONFLICT, 409",
        "IN_PROGRESS, 409",
        "GONE, 410",
        "STALE, 412",
        "UNPROCESSABLE, 422",
        "TOO_MANY, 429",
        "UNAVAILABLE, 503"
    })
    void mapsEveryKindOfRefusal(String kind, int status) {
        var got = client.get("/test/fail?how=" + kind);

        assertProblem(got, status);
        assertThat(got.reason()).isEqualTo("TOLD_" + kind);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, 499",
        "UNKNOWN, 500",
        "INVALID_ARGUMENT, 400",
        "NOT_FOUND, 404",
        "ALREADY_EXISTS, 409",
        "PERMISSION_DENIED, 403",
        "UNAUTHENTICATED, 401",
        "RESOURCE_EXHAUSTED, 429",
        "FAILED_PRECONDITION, 400",
        "ABORTED, 409",
        "OUT_OF_RANGE, 400",
        "UNIMPLEMENTED, 501",
        "INTERNAL, 500",
        "DATA_LOSS, 500"
    })
    void mapsEveryPlainCodeAndLeaksNothing(String code, int status) {
        var got = client.get("/test/fail?how=code:" + code);

        assertProblem(got, status);
        assertThat(got.text()).doesNotContain("secret");
    }

    @Test
    void namesTheFieldsThatTheServiceNames() {
        assertThat(client.get("/test/fail?how=INVALID").errorField()).isEqualTo("theField");
    }

    @Test
    void saysWhenToTryAgain() {
        assertThat(client.get("/test/fail?how=TOO_MANY").header("Retry-After")).isEqualTo("7");
        assertThat(client.get("/test/fail?how=UNAVAILABLE").header("Retry-After"))
                .isNotEmpty();
    }

    @Test
    void saysHowToAuthenticate() {
        assertThat(client.get("/test/fail?how=UNAUTHENTICATED").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void answersNothingInsteadWhereThePolicySaysSo() {
        var got = client.get("/test/fail:softly?how=UNAVAILABLE");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).isEqualTo("{\"items\":[]}");
        assertThat(got.header("X-Degraded")).isEqualTo("testing-service");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void refusesThoughItCouldAnswerNothing() {
        assertProblem(client.get("/test/fail:softly?how=NOT_FOUND"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/api/v1", "/api/v1/", "/api/v1/articles/", "/docs/nothing", "/actuator/health"})
    void doesNotKnowOtherAddresses(String path) {
        assertProblem(client.get(path), 404);
    }

    @Test
    void tellsTheMethodsThatAnAddressTakes() {
        var got = client.send(client.request("/api/v1/articles/1").DELETE());

        assertProblem(got, 405);
        assertThat(got.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH");
        assertThat(client.send(client.request("/api/v1/articles/1")
                                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS, PATCH");
    }

    @Test
    void refusesWhatTheClientWouldNotTake() {
        assertProblem(client.get("/test/fail?how=x", "Accept", "text/html"), 406);
        assertProblem(client.get("/test/fail?how=x", "Accept", "nonsense"), 400);
    }

    @Test
    void refusesUnknownParameters() {
        var got = client.get("/api/v1/articles?nosuch=1");

        assertProblem(got, 400);
        assertThat(got.errorField()).isEqualTo("nosuch");
    }

    @Test
    void refusesValuesOutsideTheirRules() {
        var got = client.get("/api/v1/articles?pageSize=-1&tag=" + "x".repeat(41));

        assertProblem(got, 400);
        assertThat(got.json().get("errors").valueStream().map(error -> error.get("field")
                        .asString()))
                .containsExactlyInAnyOrder("pageSize", "tag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a%2Fb HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /a;b HTTP/1.1",
                "GET //a HTTP/1.1",
                "GET /a/../b%2e%2e/ HTTP/1.1",
                "GET /a<b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /test/query?stringValue=%zz HTTP/1.1",
                "NONSENSE",
                "GET / HTTP/9.9"
            })
    void answersAProblemForWhatIsRefusedBeforeTheRoutes(String line) throws IOException {
        var answer = raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|505) .*");
        assertThat(answer).contains("application/problem+json", "\"reason\"", "\"traceId\"");
        assertThat(answer).doesNotContain("<html", "Exception", "Tomcat");
    }

    @Test
    void refusesHeadersThatAreTooLong() throws IOException {
        var answer = raw("GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void answersOddMethodsWithAProblem() throws IOException {
        assertThat(raw("BREW /api/v1/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("METHOD_NOT_ALLOWED");
        assertThat(raw("TRACE /api/v1/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", client.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(EdgeClient.Got got, int status) {
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(got.json().get("status").asInt()).isEqualTo(status);
        assertThat(got.json().get("title").asString()).isNotEmpty();
        assertThat(got.json().get("detail").asString()).isNotEmpty();
        assertThat(got.reason()).isNotEmpty();
        assertThat(got.json().get("traceId").asString()).isEqualTo(got.header("X-Trace-Id"));
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }
}
