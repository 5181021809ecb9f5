package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.RawClient;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plain HTTP of services: what the table says of a route is held, and nothing beside the routes is reached. */
@EdgeTest
class EdgePlainIT {

    private static final String READER = "Bearer " + TestTokens.user("u1", "reader");
    private static final String EDITOR = "Bearer " + TestTokens.user("u2", "editor");

    @Autowired
    EdgeClient client;

    @Test
    void passesTheKeysOnToBeKept() {
        var got = client.get("/.well-known/jwks.json");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).isEqualTo("{\"keys\":[]}");
        assertThat(got.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(got.header("X-Trace-Id")).matches("[0-9a-f]{32}");
        assertThat(got.header("RateLimit-Limit")).isNotEmpty();
    }

    @Test
    void passesOnWhatCameButNoTokenAndNoAddressThatTheClientNames() {
        var got = client.get(
                "/plain/open/200?a=b%20c", "Authorization", "Bearer nonsense", "X-Client-Address", "192.0.2.1");

        assertThat(got.text()).isEqualTo("GET /plain/open/200 a=b%20c  token=false address=[127.0.0.1]");
    }

    @Test
    void saysOfTheAnswerWhatTheEdgeSaysOfEach() {
        var got = client.get("/plain/open/200");

        assertThat(got.response().headers().allValues("Cache-Control")).containsExactly("public, max-age=7");
        assertThat(got.response().headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 416})
    void tellsARefusalInItsOwnWords(int status) {
        var got = client.get("/plain/open/" + status);

        assertThat(got.status()).isEqualTo(status);
        assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void tellsNothingOfAFailure(int status) {
        var got = client.get("/plain/open/" + status);

        assertThat(got.status()).isEqualTo(503);
        assertThat(got.reason()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void letsInWhomTheRouteLetsIn() {
        assertThat(client.get("/plain/mine/200").status()).isEqualTo(401);
        assertThat(client.get("/plain/mine/200", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/plain/mine/200", "Authorization", READER).text())
                .contains("token=true");
        assertThat(client.get("/plain/desk/a/200").status()).isEqualTo(401);
        assertThat(client.get("/plain/desk/a/200", "Authorization", READER).status())
                .isEqualTo(403);
        assertThat(client.get("/plain/desk/a/200", "Authorization", EDITOR).text())
                .contains("/plain/desk/a/200");
    }

    @Test
    void knowsTheMethodsOfARoute() {
        var deleted = client.send(client.request("/plain/mine/200").DELETE());
        var head = client.send(client.request("/plain/open/200").HEAD());
        var options = client.send(client.request("/plain/open/200").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(deleted.status()).isEqualTo(405);
        assertThat(deleted.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(options.status()).isEqualTo(204);
        assertThat(client.post("/.well-known/jwks.json", "{}").status()).isEqualTo(405);
    }

    @Test
    void takesNoBodyThatIsTooLongOrOfUnknownLength() {
        var fits = client.post("/plain/mine/200", "x".repeat(1024), "Authorization", READER);
        var tooLong = client.post("/plain/mine/200", "x".repeat(1025), "Authorization", READER);
        var unwanted = client.send(client.request("/plain/open/200").method("GET", BodyPublishers.ofString("x")));
        var chunked = new RawClient(client.port())
                .ask(
                        "POST /plain/mine/200 HTTP/1.1\r\nTransfer-Encoding: chunked\r\nAuthorization: " + READER
                                + "\r\n",
                        "1\r\nx\r\n0\r\n\r\n");

        assertThat(fits.text()).contains("x".repeat(1024));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(unwanted.status()).isEqualTo(400);
        assertThat(chunked.status()).isEqualTo(411);
    }

    @Test
    void refusesParametersThatItCannotRead() {
        var got = client.get("/.well-known/jwks.json?a=%80");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.reason()).isEqualTo("BAD_REQUEST");
    }

    /** The twin would answer any of these with 404 or fail to read a status: none may come to it as something else. */
    @Test
    void reachesNothingBesideTheRoutes() {
        var raw = new RawClient(client.port());
        for (var path : List.of(
                "/actuator/health",
                "/.well-known/jwks.json/../../actuator/health",
                "/.well-known/..;/actuator/health",
                "/plain/desk/..;/..;/actuator/health",
                "/plain/desk/%2e%2e/%2e%2e/actuator/health",
                "/plain/desk/..%2f..%2factuator%2fhealth",
                "/plain/desk/..%5c..%5cactuator/health",
                "//actuator/health",
                "/plain/desk/;/actuator",
                "/plain/open/%00",
                "/ACTUATOR/health",
                "/%61ctuator/health",
                "http://127.0.0.1/actuator/health")) {
            var got = raw.ask("GET %s HTTP/1.1\r\nAuthorization: %s\r\n".formatted(path, EDITOR), "");

            assertThat(got.status()).as(path).isIn(400, 404);
            assertThat(got.text()).as(path).doesNotContain("\"status\":\"UP\"");
        }
    }
}
