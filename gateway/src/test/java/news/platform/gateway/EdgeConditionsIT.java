package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import news.platform.content.v1.Article;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.Twins;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that hold only under a condition. */
@EdgeTest
class EdgeConditionsIT {

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Test
    void evaluatesConditionsOnSeveralLines() {
        var path = "/test/query?everything.stringValue=a";
        var tag = client.get(path).header("ETag");

        assertThat(client.get(path, "If-None-Match", "\"x\"", "If-None-Match", "W/" + tag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get(path, "If-Match", "\"x\"", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(client.get(path, "If-Match", "W/" + tag).status()).isEqualTo(412);
        assertThat(client.get(path, "If-None-Match", "x").errorField()).isEqualTo("If-None-Match");
        assertThat(client.get(path, "Accept", "text/html", "Accept", "application/json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesTheEtagFromIfMatchWithOurHashOrWithout() {
        var id = twins.articles.put(Article.newBuilder().setTitle("T"));
        var tag = client.get("/api/v1/articles/" + id).header("ETag");

        var withHash =
                client.patch("/api/v1/articles/" + id, "{\"title\":\"U\"}", "Authorization", editor(), "If-Match", tag);
        var etagWithHash = twins.articles.lastUpdate.getEtag();
        var without = client.patch(
                "/api/v1/articles/" + id, "{\"title\":\"U\"}", "Authorization", editor(), "If-Match", "\"v1\"");
        var stale = client.patch(
                "/api/v1/articles/" + id, "{\"title\":\"U\"}", "Authorization", editor(), "If-Match", "\"v0\"");
        var weak = client.patch(
                "/api/v1/articles/" + id, "{\"title\":\"U\"}", "Authorization", editor(), "If-Match", "W/\"v1\"");

        assertThat(tag).startsWith("\"v1-");
        assertThat(withHash.status()).isEqualTo(200);
        assertThat(etagWithHash).isEqualTo("v1");
        assertThat(without.status()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.reason()).isEqualTo("ETAG_MISMATCH");
        assertThat(weak.status()).isEqualTo(412);
        assertThat(weak.reason()).isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void changesWhatAnyTagOfIfMatchNames() {
        var id = twins.articles.put(Article.newBuilder().setTitle("T"));

        assertThat(patchIf(id, "\"v0\", W/\"v1\", \"v1\"").status()).isEqualTo(200);
        assertThat(twins.articles.lastUpdate.getEtag()).isEqualTo("v1");
        assertThat(patchIf(id, "\"v0\"", "\"v1-0123456789abcdefg\"").status()).isEqualTo(200);
        assertThat(patchIf(id, "*").status()).isEqualTo(200);
        assertThat(twins.articles.lastUpdate.getEtag()).isEmpty();
        assertThat(patchIf(id, "\"v0\", W/\"v1\"", "\"v2\"").status()).isEqualTo(412);
        assertThat(patchIf(id, "\"" + "x".repeat(100) + "\"").status()).isEqualTo(412);
        assertThat(patchIf(id, "").status()).isEqualTo(412);
    }

    @Test
    void refusesAnIfMatchThatIsNone() {
        for (var malformed :
                new String[] {"v1", "\"v1", "\"v1\", *", "\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\""}) {
            var got = patchIf("a1", malformed);

            assertThat(got.status()).as(malformed).isEqualTo(400);
            assertThat(got.errorField()).as(malformed).isEqualTo("If-Match");
        }
    }

    @Test
    void makesNoChangeUnderIfNoneMatch() {
        var id = twins.articles.put(Article.newBuilder().setTitle("T"));
        twins.articles.lastUpdate = UpdateArticleRequest.getDefaultInstance();

        var any = patch(id, "If-None-Match", "*");
        var named = patch(id, "If-None-Match", "\"v0\"");

        assertThat(any.status()).isEqualTo(412);
        assertThat(any.reason()).isEqualTo("ETAG_MISMATCH");
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.errorField()).isEqualTo("If-None-Match");
        assertThat(twins.articles.lastUpdate).isEqualTo(UpdateArticleRequest.getDefaultInstance());
    }

    private EdgeClient.Got patchIf(String id, String... ifMatch) {
        return patch(
                id,
                Stream.of(ifMatch).flatMap(line -> Stream.of("If-Match", line)).toArray(String[]::new));
    }

    private EdgeClient.Got patch(String id, String... headers) {
        var request = client.request("/api/v1/articles/" + id)
                .header("Authorization", editor())
                .header("Content-Type", "application/json");
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return client.send(request.method("PATCH", BodyPublishers.ofString("{\"title\":\"U\"}")));
    }

    private static String editor() {
        return "Bearer " + TestTokens.user("e1", "editor");
    }
}
