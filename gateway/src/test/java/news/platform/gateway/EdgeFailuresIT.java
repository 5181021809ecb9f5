package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.RawClient;
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
                "GET /api/v1/articl;es%zz HTTP/1.1",
                "POST /.well-known;%zz HTTP/1.1",
                "GET /test/query?stringValue=%zz HTTP/1.1",
                "NONSENSE",
                "GET / HTTP/9.9"
            })
    void answersAProblemForWhatIsRefusedBeforeTheRoutes(String line) {
        var answer = raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|505) .*");
        assertThat(answer).contains("application/problem+json", "\"reason\"", "\"traceId\"");
        assertThat(answer).doesNotContain("<html", "Exception", "Tomcat");
    }

    @Test
    void saysThatAnAddressIsTooLong() {
        for (int length : new int[] {20_000, 100_000}) {
            var answer = raw().ask("GET /api/v1/articles?tag=" + "x".repeat(length) + " HTTP/1.1\r\n", "");

            assertProblem(answer, 414, "ADDRESS_TOO_LONG");
        }
    }

    @Test
    void saysThatHeadersAreTooLarge() {
        assertProblem(
                raw().ask("GET /api/v1/articles HTTP/1.1\r\nX-Long: " + "x".repeat(70_000) + "\r\n", ""),
                431,
                "HEADERS_TOO_LARGE");
        assertProblem(
                raw().ask("GET /api/v1/articles HTTP/1.1\r\n" + "X-Many: 1\r\n".repeat(500), ""),
                431,
                "HEADERS_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: x\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Transfer-Encoding: chunked, gzip\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Host: b\r\n",
                "Host : c\r\n",
                "No colon\r\n",
                "(: 1\r\n",
            })
    void refusesBrokenFramingWithAProblem(String headers) {
        assertProblem(
                raw().ask("POST /test/body HTTP/1.1\r\nContent-Type: application/json\r\n" + headers, "{}"),
                400,
                "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx0\r\n\r\n", "fffffffff\r\n{}"})
    void refusesBrokenChunksWithAProblem(String chunks) {
        var answer = raw().ask(
                        "POST /test/body HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                        chunks);

        assertProblem(answer, 400, "BAD_REQUEST");
    }

    @Test
    void refusesARequestWithoutAHost() {
        assertProblem(raw().send("GET / HTTP/1.1\r\n\r\n"), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRACE /api/v1/articles | GET, HEAD, OPTIONS, POST",
                "BREW /api/v1/articles | GET, HEAD, OPTIONS, POST",
                "TRACE /api/v1/articles/1 | GET, HEAD, OPTIONS, PATCH",
                "TRACE /api/v1/articles/1:publish | OPTIONS, POST",
                "GET /api/v1/sessions | OPTIONS, POST",
                "HEAD /test/numbers:stream | GET, OPTIONS",
                "POST /test/numbers:stream | GET, OPTIONS"
            })
    void namesTheMethodsThatThereAre(String line, String allow) {
        var answer = raw().ask(line + " HTTP/1.1\r\nX-Secret: never shown\r\n", "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allow);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("never shown");
    }

    @Test
    void namesNoMethodsOfWhatThereIsNot() {
        for (var method : new String[] {"TRACE", "OPTIONS", "GET"}) {
            var answer = raw().ask(method + " /nowhere HTTP/1.1\r\n", "");

            assertProblem(answer, 404, "NOT_FOUND");
            assertThat(answer.header("Allow")).isEmpty();
        }
    }

    private String raw(String request) {
        return raw().send(request).text();
    }

    private RawClient raw() {
        return new RawClient(client.port());
    }

    private static void assertProblem(RawClient.Raw answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.text()).isEqualTo("application/problem+json");
        assertThat(answer.text()).contains("\"reason\":\"" + reason + "\"");
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
