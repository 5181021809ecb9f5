package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.journey.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views make an article hot, and when nobody ranks any more nobody misses an article. */
@ExtendWith(SharedPlatform.class)
class RankingJourneyIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void whatIsReadIsHotAndArticlesAreReadThoughNobodyRanksThem(RunningPlatform platform) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var anyone = new Visitor(http, platform.edge(), "");
            var editor = anyone.editor();
            var older = publish(editor, "Central bank leaves rates alone");
            var younger = publish(editor, "Storm closes harbours in the north");
            // other journeys publish, too
            var ours = Set.of(older, younger);
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(hot(anyone)).filteredOn(ours::contains).containsExactly(younger, older));
            await().atMost(LONG).untilAsserted(() -> assertThat(feed(anyone.get("/api/v1/feed")))
                    .filteredOn(ours::contains)
                    .containsExactly(younger, older));

            // signals may be lost, the first as a rule: the topic is not known yet
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(editor.post("/api/v1/articles/" + older + "/views", Map.of())
                                .status())
                        .isEqualTo(204);
                assertThat(hot(anyone)).filteredOn(ours::contains).containsExactly(older, younger);
            });
            await().atMost(LONG).untilAsserted(() -> assertThat(feed(anyone.get("/api/v1/feed")))
                    .filteredOn(ours::contains)
                    .containsExactly(older, younger));
            assertThat(editor.put("/api/v1/editorial/pins/articles/" + younger).status())
                    .isEqualTo(400);

            platform.kill("ranking");

            await().atMost(LONG).until(() -> {
                var article = anyone.get("/api/v1/articles/" + older);
                assertThat(article.status()).isEqualTo(200);
                assertThat(article.degraded()).isEmpty();
                return anyone.get("/api/v1/feed").degraded().equals("ranking-service");
            });
            var instead = anyone.get("/api/v1/feed");
            assertThat(instead.status()).isEqualTo(200);
            assertThat(feed(instead)).filteredOn(ours::contains).containsExactly(younger, older);
            assertThat(feed(editor.get("/api/v1/feed")))
                    .filteredOn(ours::contains)
                    .containsExactly(younger, older);
            assertThat(editor.post("/api/v1/articles/" + older + "/views", Map.of())
                            .status())
                    .isEqualTo(204);

            platform.startAgain("ranking");
        }
    }

    private static String publish(Visitor editor, String title) {
        var draft = editor.postOnce(
                "/api/v1/articles",
                Map.of(
                        "title",
                        title,
                        "bodyHtml",
                        "<p>As expected.</p>",
                        "lang",
                        "en",
                        "channelIds",
                        List.of("global")));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        var id = draft.text("id");
        assertThat(editor.postOnce("/api/v1/articles/" + id + ":publish", Map.of())
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static List<String> hot(Visitor visitor) {
        return visitor.get("/api/v1/articles:hot")
                .body()
                .path("articles")
                .valueStream()
                .map(article -> article.path("id").asString())
                .toList();
    }

    private static List<String> feed(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("article").path("id").asString())
                .toList();
    }
}
