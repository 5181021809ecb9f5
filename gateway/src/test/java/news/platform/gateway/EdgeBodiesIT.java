package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import news.platform.content.v1.Article;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.Twins;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies as clients send them, good and bad. */
@EdgeTest
class EdgeBodiesIT {

    private static final int MEBIBYTE = 1024 * 1024;

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Test
    void readsAndWritesTheMapping() {
        var got = client.post("/test/body", "{\"string_value\":\"央行降息\",\"int64Value\":\"9007199254740993\"}");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().get("stringValue").asString()).isEqualTo("央行降息");
        assertThat(got.json().get("int64Value").asString()).isEqualTo("9007199254740993");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nosuch\":1}",
                "{\"stringValue\":1}",
                "{\"int32Value\":2147483648}",
                "{\"stringValue\":\"a\",\"stringValue\":\"b\"}",
                "{\"stringValue\":\"a\"} trailing",
                "\uFEFF{}",
                "{",
                "[]",
                "null"
            })
    void refusesMalformedBodies(String body) {
        var got = client.post("/test/body", body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).isNotEmpty();
    }

    @Test
    void namesTheFieldDeepInside() {
        var got = client.post("/test/body", "{\"nested\":{\"nested\":{\"nosuch\":1}}}");

        assertThat(got.errorField()).isEqualTo("nested.nested.nosuch");
    }

    @Test
    void refusesDeepNesting() {
        var got = client.post("/test/body", "{\"nested\":".repeat(500) + "{}" + "}".repeat(500));

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).startsWith("nested.nested");
    }

    @Test
    void takesOneMebibyteAndNotOneByteMore() {
        var frame = "{\"stringValue\":\"\"}".length();

        assertThat(client.post("/test/body", "{\"stringValue\":\"" + "x".repeat(MEBIBYTE - frame) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/test/body", "{\"stringValue\":\"" + "x".repeat(MEBIBYTE - frame + 1) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void countsABodyOfUnknownLength() {
        byte[] body = new byte[MEBIBYTE + 1];

        var got = client.send(client.request("/test/body")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

        assertThat(got.status()).isEqualTo(413);
        assertThat(got.reason()).isEqualTo("TOO_LARGE");
    }

    @Test
    void refusesOtherContentTypes() {
        var text = client.send(client.request("/test/body")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
        var none = client.send(client.request("/test/body").POST(BodyPublishers.ofString("{}")));
        var latin = client.send(client.request("/test/body")
                .header("Content-Type", "application/json; charset=iso-8859-1")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(text.status()).isEqualTo(415);
        assertThat(none.status()).isEqualTo(415);
        assertThat(latin.status()).isEqualTo(415);
    }

    @Test
    void readsTheParametersOfAContentType() {
        assertThat(postAs("application/json;charset=utf8")).isEqualTo(200);
        assertThat(postAs("application/json; charset=utf-8; foo=bar")).isEqualTo(200);
        assertThat(postAs("application/json; foo=bar; charset=iso-8859-1")).isEqualTo(415);
        assertThat(postAs("application/json; charset=nonsense")).isEqualTo(415);
    }

    private int postAs(String contentType) {
        return client.send(client.request("/test/body")
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString("{\"stringValue\":\"a\"}")))
                .status();
    }

    @Test
    void refusesCompressedBodies() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        var got = client.send(client.request("/test/body")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed.toByteArray())));

        assertThat(got.status()).isEqualTo(415);
    }

    @Test
    void namesWhatAnEmptyBodyLeavesOut() {
        var got = client.send(client.request("/test/body").POST(BodyPublishers.noBody()));

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).isEqualTo("body");
    }

    @Test
    void takesNoBodyWhereNothingIsNeeded() {
        var id = twins.articles.put(Article.newBuilder().setTitle("T"));

        var got = client.send(client.request("/api/v1/articles/" + id + ":publish")
                .header("Authorization", editor())
                .POST(BodyPublishers.noBody()));

        assertThat(got.status()).isEqualTo(200);
    }

    @Test
    void fillsTheMaskWithWhatIsSent() {
        var id = twins.articles.put(Article.newBuilder().setTitle("T"));

        var got = client.patch(
                "/api/v1/articles/" + id, "{\"summary\":\"\",\"channelIds\":[]}", "Authorization", editor());

        assertThat(got.status()).isEqualTo(200);
        assertThat(twins.articles.lastUpdate.getUpdateMask().getPathsList()).containsExactly("summary", "channel_ids");
        assertThat(twins.articles.lastUpdate.getArticleId()).isEqualTo(id);
    }

    @Test
    void namesFieldsAsTheyStandInTheBody() {
        var atTheEdge = client.patch("/api/v1/articles/1", "{\"title\":\"\"}", "Authorization", editor());
        var atTheService =
                client.patch("/api/v1/articles/1", "{\"channelIds\":[\"nowhere\"]}", "Authorization", editor());

        assertThat(atTheEdge.errorField()).isEqualTo("title");
        assertThat(atTheService.errorField()).isEqualTo("channelIds[0]");
        assertThat(atTheService.json().path("detail").asString()).startsWith("channelIds[0]: ");
    }

    @Test
    void passesRawBodiesOnAsTheyAre() {
        var echoed = client.post("/test/raw", "[1, 2 ,3]");
        var pushed = client.post(
                "/api/v1/feedItems",
                "{\"a\" : 1}",
                "X-Partner-Id",
                "wire",
                "X-Partner-Timestamp",
                Long.toString(Instant.now().getEpochSecond()),
                "X-Partner-Signature",
                "ab".repeat(32));

        assertThat(echoed.text()).isEqualTo("[1, 2 ,3]");
        assertThat(pushed.status()).isEqualTo(207);
        assertThat(pushed.json().at("/results/0/uri").asString()).isEqualTo("{\"a\" : 1}");
        assertThat(pushed.json().at("/results/0/reason").asString()).isEqualTo("ab".repeat(32));
    }

    @Test
    void asksForAnIdempotencyKeyWhereOneIsRequired() {
        var missing = client.post("/test/key", "{}");
        var bad = client.post("/test/key", "{}", "Idempotency-Key", "a b");
        var tooLong = client.post("/test/key", "{}", "Idempotency-Key", "x".repeat(256));
        var good = client.post("/test/key", "{}", "Idempotency-Key", "x".repeat(255));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.reason()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(bad.errorField()).isEqualTo("Idempotency-Key");
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(good.json().get("key").asString()).hasSize(255);
    }

    @Test
    void passesAnOptionalKeyAndTheClientOn() {
        var body = "{\"title\":\"T\",\"lang\":\"en\"}";

        var got = client.post(
                "/api/v1/articles", body, "Authorization", editor(), "Idempotency-Key", "k1", "User-Agent", "tester");

        assertThat(got.status()).isEqualTo(201);
        assertThat(sent("idempotency-key")).isEqualTo("k1");
        assertThat(sent("x-client-user-agent")).isEqualTo("tester");
        assertThat(sent("x-client-address")).isEqualTo("127.0.0.1");
        assertThat(sent("authorization")).startsWith("Bearer ");
    }

    @Test
    void answersNothingWhereThereIsNothing() {
        var got = client.send(client.request("/api/v1/sessions/s1")
                .header("Authorization", editor())
                .DELETE());

        assertThat(got.status()).isEqualTo(204);
        assertThat(got.text()).isEmpty();
        assertThat(got.header("Content-Type")).isEmpty();
    }

    @Test
    void refusesTheBodyThatNobodyWouldRead() {
        var got = withBody("DELETE", "{\"note\":\"why\"}");
        var empty = withBody("DELETE", "{}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).isEqualTo("note");
        assertThat(empty.status()).isEqualTo(204);
    }

    private EdgeClient.Got withBody(String httpMethod, String body) {
        return client.send(client.request("/api/v1/sessions/s1")
                .header("Authorization", editor())
                .header("Content-Type", "application/json")
                .method(httpMethod, BodyPublishers.ofString(body)));
    }

    @Test
    void readsTheBodyOfADeleteWhereTheContractSaysSo() {
        var body = "{\"secret\":\"horse\"}";

        var got = client.send(client.request("/test/body")
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body)));
        var dropped = client.send(client.request("/test/body").DELETE());

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).contains("horse");
        assertThat(client.post("/test/body:delete", body).text()).contains("horse");
        assertThat(dropped.status()).isEqualTo(400);
        assertThat(dropped.errorField()).isEqualTo("secret");
    }

    @Test
    void refusesABodyThatContradictsTheAddress() {
        var got = client.post("/api/v1/articles/a1:publish", "{\"articleId\":\"a2\"}", "Authorization", editor());

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.errorField()).isEqualTo("articleId");
    }

    private String sent(String header) {
        return String.valueOf(
                twins.articles.lastHeaders.get(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER)));
    }

    private static String editor() {
        return "Bearer " + TestTokens.user("e1", "editor");
    }
}
