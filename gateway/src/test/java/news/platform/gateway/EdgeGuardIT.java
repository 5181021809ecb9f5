package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeClient.Got;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy: whose address pays for what no method's rate pays, and which web sites are the own one. */
@EdgeTest
@TestPropertySource(
        properties = {
            "news.gateway.guard.rate-scale=1",
            "news.gateway.guard.trusted-proxies=127.0.0.0/8",
            "news.gateway.guard.rates.unspecified.capacity=3",
            "news.gateway.guard.rates.unspecified.refill=1",
            "news.gateway.guard.rates.unspecified.period=1h",
            "news.gateway.guard.rates.read.capacity=20",
            "news.gateway.guard.rates.read.refill=1",
            "news.gateway.guard.rates.read.period=1h",
            "news.gateway.cors.own-origins=https://news.example"
        })
class EdgeGuardIT {

    @Autowired
    EdgeClient client;

    static Stream<Arguments> unmetered() {
        return Stream.of(
                Arguments.of(404, "/api/v1/nothing", new String[0]),
                Arguments.of(401, "/api/v1/me", new String[0]),
                Arguments.of(401, "/api/v1/me", new String[] {"Authorization", "Bearer nonsense"}),
                Arguments.of(200, "/openapi.json", new String[0]),
                Arguments.of(200, "/docs/index.html", new String[0]),
                Arguments.of(404, "/.well-known/nothing", new String[0]));
    }

    @ParameterizedTest
    @MethodSource("unmetered")
    void limitsWhatNoMethodsRatePays(int status, String path, String[] headers) {
        var address = "203.0.113." + Math.floorMod((path + headers.length).hashCode(), 250);
        Function<String, Got> get =
                way -> client.send(with(client.request(way), headers).header("X-Forwarded-For", address));

        assertThat(IntStream.range(0, 3).map(_ -> get.apply(path).status())).containsOnly(status);

        var refused = get.apply(path);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.reason()).isEqualTo("RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(client.get("/test/query", "X-Forwarded-For", address).status())
                .isEqualTo(200);
    }

    /** Those that are taken in front of the chain and those that pass it have one bucket. */
    @Test
    void limitsSignalsWhicheverWayTheyGo() {
        Function<String, Got> signal = accept -> client.post(
                "/test/views", "{\"articleId\":\"a\"}", "Accept", accept, "X-Forwarded-For", "203.0.113.251");

        assertThat(IntStream.range(0, 20).map(i -> signal.apply(i % 2 == 0 ? "*/*" : "application/*")
                        .status()))
                .containsOnly(204);
        for (var accept : List.of("*/*", "application/*")) {
            var refused = signal.apply(accept);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.reason()).isEqualTo("RATE_LIMITED");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void limitsPartnersWhoseSignatureIsNone() {
        Function<String, Got> push = signature -> client.send(client.request("/api/v1/feedItems")
                .POST(BodyPublishers.ofString("{}"))
                .headers("X-Partner-Signature", signature, "X-Forwarded-For", "198.51.100.7"));

        assertThat(IntStream.range(0, 3).map(_ -> push.apply("x").status())).containsOnly(401);
        assertThat(push.apply("x").status()).isEqualTo(429);
    }

    @Test
    void answersPreflightsHoweverManyThereAre() {
        var preflight = client.request("/api/v1/me")
                .method("OPTIONS", BodyPublishers.noBody())
                .headers(
                        "Origin",
                        "https://news.example",
                        "Access-Control-Request-Method",
                        "GET",
                        "X-Forwarded-For",
                        "198.51.100.8");

        assertThat(IntStream.range(0, 5).map(_ -> client.send(preflight).status()))
                .containsOnly(200);
    }

    @Test
    void letsItsOwnSiteInWhenAProxySaysThatItIsTls() {
        var own = "https://127.0.0.1:" + client.port();

        var tls = client.get("/test/query", "Origin", own, "X-Forwarded-Proto", "https");
        var plain = client.get("/test/query", "Origin", own, "X-Forwarded-Proto", "http");

        assertThat(tls.status()).isEqualTo(200);
        assertThat(plain.status()).isEqualTo(403);
    }

    @Test
    void letsItsConfiguredSiteIn() {
        var own = client.get("/test/query", "Origin", "https://news.example");
        var foreign =
                client.get("/test/query", "Origin", "https://news.example.evil.test", "X-Forwarded-Proto", "https");

        assertThat(own.status()).isEqualTo(200);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.reason()).isEqualTo("ORIGIN_NOT_ALLOWED");
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
