package news.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleState;
import news.platform.gateway.testing.EdgeClient;
import news.platform.gateway.testing.EdgeTest;
import news.platform.gateway.testing.Twins;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One request of each sort through the whole edge. */
@EdgeTest
class EdgeIT {

    @Autowired
    EdgeClient client;

    @Autowired
    Twins twins;

    @Test
    void showsAnArticle() {
        var id = twins.articles.put(Article.newBuilder().setTitle("Rates rise"));

        var got = client.get("/api/v1/articles/" + id);

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("application/json");
        assertThat(got.json().get("title").asString()).isEqualTo("Rates rise");
        assertThat(got.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void passesTheTokenOn() {
        var got = client.get("/api/v1/me", "Authorization", "Bearer " + TestTokens.user("u1", "reader"));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().get("displayName").asString()).isEqualTo("token came");
        assertThat(got.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void refusesAnArticleThatWasRecalled() {
        var id =
                twins.articles.put(Article.newBuilder().setTitle("Gone").setState(ArticleState.ARTICLE_STATE_RECALLED));

        var got = client.get("/api/v1/articles/" + id);

        assertThat(got.status()).isEqualTo(410);
        assertThat(got.reason()).isEqualTo("ARTICLE_RECALLED");
    }

    @Test
    void showsAPage() {
        twins.articles.put(Article.newBuilder().setTitle("On the list"));

        var got = client.get("/api/v1/articles?pageSize=20&fields=articles.title");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).contains("{\"title\":\"On the list\"}").doesNotContain("bodyHtml");
    }
}
