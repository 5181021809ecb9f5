package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The document holds together and says what the contract says. */
@EdgeTest
class EdgeDocsIT {

    @Autowired
    EdgeClient client;

    @Test
    void describesAStreamByItsEventsAndTheHeaderByWhichAClientResumes() {
        var stream = document().path("paths").path("/test/numbers:stream").path("get");

        var content = stream.path("responses").path("200").path("content");
        assertThat(content.path("text/event-stream").path("schema").path("$ref").asString())
                .endsWith("Number");
        assertThat(stream.path("parameters").findValuesAsString("name"))
                .contains("channel")
                .doesNotContain("after");
        assertThat(stream.path("parameters").findValuesAsString("$ref"))
                .extracting(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .containsExactly("LastEventId", "LastEventIdInQuery", "StreamPosition");
        assertThat(stream.path("responses").path("200").path("headers").propertyNames())
                .contains("Cache-Control")
                .doesNotContain("ETag");
        assertThat(stream.path("responses").has("406")).isTrue();
    }

    @Test
    void showsWhatIsNotJsonByItsTypesAndAnExample() {
        var paths = document().path("paths");
        var rss = paths.path("/rss/{channel}.xml").path("get");
        var jsonFeed = paths.path("/jsonfeed/{channel}.json").path("get");

        var content = rss.path("responses").path("200").path("content");
        assertThat(content.propertyNames()).containsExactly("application/rss+xml", "application/xml", "text/xml");
        assertThat(content.path("application/rss+xml")
                        .path("schema")
                        .path("type")
                        .asString())
                .isEqualTo("string");
        assertThat(content.path("application/rss+xml").path("example").asString())
                .startsWith("<?xml")
                .endsWith("</rss>");
        assertThat(rss.path("parameters").findValuesAsString("$ref")).noneMatch(ref -> ref.endsWith("Fields"));
        assertThat(jsonFeed.at("/responses/200/content/application~1feed+json/example/version")
                        .asString())
                .isEqualTo("https://jsonfeed.org/version/1.1");
    }

    @Test
    void showsThePlainHttpThatItsRowDescribes() {
        var image = document().path("paths").path("/media/{id}/{width}").path("get");

        assertThat(image.path("summary").asString()).isEqualTo("Shows an image in one of its widths.");
        assertThat(image.at("/responses/200/content").propertyNames())
                .containsExactlyInAnyOrder("image/jpeg", "image/png");
        assertThat(document().path("paths").has("/.well-known/jwks.json")).isFalse();
    }

    @Test
    void refersOnlyToWhatIsThere() {
        var document = document();
        var refs = new ArrayList<String>();
        collect(document, refs);

        assertThat(refs).isNotEmpty().allSatisfy(ref -> assertThat(
                        document.at(ref.substring(1)).isMissingNode())
                .as(ref)
                .isFalse());
    }

    @Test
    void describesEveryOperation() {
        operations().forEach(operation -> {
            var id = operation.get("operationId").asString();
            var statuses = new ArrayList<String>();
            operation.get("responses").propertyNames().forEach(statuses::add);
            assertThat(statuses)
                    .as(id)
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("400", "429", "503");
            assertThat(operation.get("summary").asString()).as(id).isNotEmpty();
            assertThat(operation.get("tags")).as(id).isNotEmpty();
            assertThat(operation.has("security")).as(id).isTrue();
        });
    }

    @Test
    void namesEveryOperationAndEveryParameterOnce() {
        var ids = operations()
                .map(operation -> operation.get("operationId").asString())
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);

        operations().forEach(operation -> {
            var names = operation
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.has("$ref")
                            ? parameter.get("$ref").asString()
                            : parameter.get("in").asString()
                                    + parameter.get("name").asString())
                    .toList();
            assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        });
    }

    @Test
    void saysWhatAddressesTheContractTakes() {
        var covers = document().findValues("coverUrl").stream()
                .filter(schema -> schema.has("maxLength"))
                .toList();

        assertThat(covers).isNotEmpty().allSatisfy(schema -> {
            assertThat(schema.get("format").asString()).isEqualTo("uri");
            assertThat(schema.get("description").asString()).contains("an absolute https address");
        });
    }

    @Test
    void namesTheVariablesOfEveryPath() {
        document().get("paths").properties().forEach(path -> path.getValue()
                .valueStream()
                .forEach(operation -> {
                    var declared = operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter ->
                                    parameter.path("in").asString("").equals("path"))
                            .map(parameter -> "{" + parameter.get("name").asString() + "}")
                            .toList();
                    var used = List.of(path.getKey()
                                    .replaceAll("[^{}]*(\\{[^}]*})?", "$1 ")
                                    .split(" +"))
                            .stream()
                            .filter(part -> !part.isEmpty())
                            .toList();
                    assertThat(declared).as(path.getKey()).containsExactlyInAnyOrderElementsOf(used);
                }));
    }

    @Test
    void carriesCommentsRulesAndAccess() {
        var document = document();

        var list = document.at("/paths/~1api~1v1~1articles/get");
        assertThat(list.get("summary").asString()).startsWith("Lists published articles");
        assertThat(list.get("security")).hasSize(2);
        var pageSize = list.get("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals("pageSize"))
                .findFirst()
                .orElseThrow();
        assertThat(pageSize.at("/schema/minimum").asInt(-1)).isZero();
        assertThat(pageSize.get("description").asString()).contains("above 100 means 100");
        var body = document.at("/components/schemas/CreateArticleBody");
        assertThat(body.at("/properties/title/maxLength").asInt()).isEqualTo(300);
        assertThat(body.get("required").valueStream().map(JsonNode::asString)).contains("title");
        assertThat(document.at("/paths/~1api~1v1~1articles/post/x-roles")).hasSize(2);
        assertThat(document.at("/components/schemas/Article/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("id", "title", "channelIds");
    }

    @Test
    void listsTheReasonsOfEachOperationUnderTheirStatuses() {
        var document = document();

        var get = document.at("/paths/~1api~1v1~1articles~1{articleId}/get/responses");
        assertThat(reasons(get.get("404"))).containsExactly("ARTICLE_NOT_FOUND");
        assertThat(reasons(get.get("410"))).containsExactly("ARTICLE_RECALLED");
        assertThat(get.get("410").get("description").asString())
                .isEqualTo("ARTICLE_RECALLED: It was withdrawn for good.");
        assertThat(get.has("409")).isFalse();
        var create = document.at("/paths/~1api~1v1~1articles/post/responses");
        assertThat(reasons(create.get("400")))
                .containsExactly("UNKNOWN_CHANNEL", "UNKNOWN_IMAGE", "UNKNOWN_AUTHOR", "INVALID_FIELD");
        assertThat(reasons(create.get("409"))).containsExactly("IDEMPOTENCY_KEY_IN_USE");
        assertThat(create.has("404")).isFalse();
        var channels = document.at("/paths/~1api~1v1~1channels/get/responses");
        assertThat(channels.propertyNames()).containsExactly("200", "304", "400", "406", "429", "503");
    }

    private static List<String> reasons(JsonNode response) {
        return response.at("/content/application~1problem+json/schema/allOf/1/properties/reason/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void showsThePage() {
        var redirect = client.get("/docs");
        var page = client.get("/docs/index.html");
        var script = client.get("/docs/swagger-initializer.js");

        assertThat(redirect.status()).isEqualTo(307);
        assertThat(redirect.header("Location")).isEqualTo("/docs/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(script.text()).contains("/openapi.json");
        assertThat(client.get("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
    }

    @Test
    void isNotSentToWhoHasItAlready() {
        var first = client.get("/openapi.json");
        var again = client.get("/openapi.json", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void isOnlyRead() {
        for (var path : List.of("/openapi.json", "/docs", "/docs/index.html")) {
            var posted = client.post(path, "{}");
            var withBody = client.send(client.request(path).method("GET", BodyPublishers.ofString("{}")));

            assertThat(posted.status()).as(path).isEqualTo(405);
            assertThat(posted.reason()).isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(posted.header("Allow")).isEqualTo("GET, HEAD");
            assertThat(withBody.status()).as(path).isEqualTo(400);
        }
        assertThat(client.send(client.request("/openapi.json").HEAD()).status()).isEqualTo(200);
        assertThat(client.get("/.well-known/security.txt").reason()).isEqualTo("NOT_FOUND");
    }

    private JsonNode document() {
        var got = client.get("/openapi.json");
        assertThat(got.status()).isEqualTo(200);
        return got.json();
    }

    private Stream<JsonNode> operations() {
        return document().get("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static void collect(JsonNode node, List<String> refs) {
        if (node.has("$ref")) {
            refs.add(node.get("$ref").asString());
        }
        node.valueStream().forEach(inner -> collect(inner, refs));
    }
}
