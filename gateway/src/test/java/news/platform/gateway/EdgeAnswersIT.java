package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.GZIPInputStream;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an answer says of itself when it comes straight from a service. */
@EdgeTest
class EdgeAnswersIT {

    @Autowired
    EdgeClient client;

    @Test
    void answers304WhereTheClientHasItAlready() {
        var first = client.get("/test/query?everything.stringValue=a");
        var again =
                client.get("/test/query?everything.stringValue=a", "If-None-Match", "\"x\", W/" + first.header("ETag"));
        var other = client.get("/test/query?everything.stringValue=b", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).matches("\"[0-9a-f]{16}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void tagsEncodingsApart() throws IOException {
        var path = "/test/query?everything.stringValue=" + "x".repeat(3000);
        var plain = client.get(path);
        var packed = client.get(path, "Accept-Encoding", "br, gzip;q=0.5");
        var unwanted = client.get(path, "Accept-Encoding", "gzip;q=0, identity");
        var again = client.get(path, "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag"));

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(
                                new ByteArrayInputStream(packed.response().body()))
                        .readAllBytes())
                .isEqualTo(plain.response().body());
        assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag").substring(0, 17) + "g\"");
        assertThat(unwanted.header("Content-Encoding")).isEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(plain.response().headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void leavesSmallAnswersPlain() {
        assertThat(client.get("/test/query", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void answersHeadWithoutABody() {
        var got = client.send(client.request("/test/query").method("HEAD", BodyPublishers.noBody()));
        var get = client.get("/test/query");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).isEmpty();
        assertThat(got.header("Content-Length"))
                .isEqualTo(Integer.toString(get.response().body().length));
        assertThat(got.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void keepsPersonalAnswersToTheAsker() {
        var got = client.get("/api/v1/me", "Authorization", "Bearer " + TestTokens.user("u1"));

        assertThat(got.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void trimsTheAnswer() {
        var got = client.get("/test/query?everything.stringValue=a&fields=everything.stringValue");

        assertThat(got.text()).isEqualTo("{\"everything\":{\"stringValue\":\"a\"}}");
    }

    @Test
    void tellsTheRate() {
        var got = client.get("/test/query");

        assertThat(got.header("RateLimit-Limit")).isNotEmpty();
        assertThat(got.header("RateLimit-Remaining")).isNotEmpty();
    }

    @Test
    void carriesOnTheClientsTrace() {
        var w3c = client.get("/test/query", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        var b3 = client.get("/test/query", "b3", "463ac35c9f6413ad48485a3953bb6124-0020000000000001-1");

        var many = client.get(
                "/test/query",
                "X-B3-TraceId",
                "463ac35c9f6413ad",
                "X-B3-SpanId",
                "0020000000000001",
                "X-B3-Sampled",
                "0");

        assertThat(many.header("X-Trace-Id")).isEqualTo("463ac35c9f6413ad");
        assertThat(w3c.header("X-Trace-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(b3.header("X-Trace-Id")).isEqualTo("463ac35c9f6413ad48485a3953bb6124");
    }

    @Test
    void bindsAPathVariableAndTheRestOfItsMessage() {
        var got = client.get("/test/query/some%20text?everything.int32Value=7");

        assertThat(got.json().get("stringValue").asString()).isEqualTo("some text");
        assertThat(got.json().get("int32Value").asInt()).isEqualTo(7);
    }

    @Test
    void letsConfiguredWebSitesIn() {
        var allowed = client.get("/test/query", "Origin", "https://www.example.com");
        var refused = client.get("/test/query", "Origin", "https://evil.test");
        var preflight = client.send(client.request("/api/v1/articles/1")
                .header("Origin", "https://www.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
        assertThat(allowed.header("Access-Control-Expose-Headers")).isEqualTo("*");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).isEqualTo("ORIGIN_NOT_ALLOWED");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
    }

    @Test
    void showsManagementOnItsOwnPortOnly() {
        var management = client.send(java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + client.managementPort() + "/actuator/health/readiness")));

        assertThat(management.status()).isEqualTo(200);
        assertThat(client.get("/actuator/health").status()).isEqualTo(404);
    }

    @Test
    void countsRequestsByTheirRoute() {
        client.get("/test/query/anything");

        var metrics = client.send(java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + client.managementPort() + "/actuator/prometheus")));

        assertThat(metrics.text()).contains("uri=\"/test/query/{everything.string_value}\"");
        assertThat(metrics.text()).doesNotContain("uri=\"/test/query/anything\"");
    }
}
