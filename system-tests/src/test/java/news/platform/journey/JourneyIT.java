package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.platform.journey.Visitor.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From the first visit to the last, through the real gateway and the real services. */
@ExtendWith(SharedPlatform.class)
class JourneyIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";

    /** How often listing and streaming is tried; with {@code -Dnews.test.trials=1000} as often as one likes. */
    private static final int TRIALS = Integer.getInteger("news.test.trials", 20);

    private static HttpClient http;
    private static Visitor anyone;

    @BeforeAll
    static void open(RunningPlatform platform) {
        http = HttpClient.newHttpClient();
        anyone = new Visitor(http, platform.edge(), "");
        await().atMost(LONG).until(() -> anyone.get("/api/v1/articles").status() == 200);
    }

    @AfterAll
    static void close() {
        http.close();
    }

    @Test
    void aReaderWhoListsLivesAndThenStreamsMissesNothing() throws Exception {
        var editor = anyone.editor();
        // the first call of a service that has just started may be late
        await().atMost(LONG)
                .until(() -> editor.post(
                                        "/api/v1/lives",
                                        Map.of("contentHtml", "<p>The first.</p>", "channelIds", List.of("global")))
                                .status()
                        == 201);

        new ListThenStream(editor, anyone).run(TRIALS);
    }

    @Test
    void aReaderRegistersAndReadsWhatAnEditorPublishesUntilItIsRecalled() throws Exception {
        var registered = anyone.postOnce(
                "/api/v1/users", Map.of("email", "ann@example.com", "password", PASSWORD, "displayName", "Ann Reader"));
        assertThat(registered.status()).isEqualTo(201);
        var session = logIn(anyone, "ann@example.com", PASSWORD);
        var reader = anyone.with(session.text("accessToken"));
        // the first call of a service that has just started may be late
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(reader.get("/api/v1/me").body().toString()).contains("ann@example.com"));
        assertThat(reader.post("/api/v1/articles", story("")).status()).isEqualTo(403);

        var editor = anyone.editor();
        var profile = editor.get("/api/v1/me");
        var article = publish(editor, profile.text("id"));
        var seen = reader.get(article);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("title")).isEqualTo("Fed holds rates");
        assertThat(seen.body().path("authors").path(0).path("displayName").asString())
                .isEqualTo(profile.text("displayName"));
        await().atMost(LONG).until(() -> titles(anyone).contains("Fed holds rates"));
        assertThat(reader.put(article.replace("/articles/", "/me/bookmarks/articles/"))
                        .status())
                .isEqualTo(204);
        await().atMost(LONG).until(() -> bookmark(reader).path("title").asString(""), "Fed holds rates"::equals);

        assertThat(editor.post(article + ":recall", Map.of("note", "wrong figure"))
                        .status())
                .isEqualTo(200);
        await().atMost(LONG).until(() -> anyone.get(article).status() == 410);
        assertThat(reader.get(article).text("reason")).isEqualTo("ARTICLE_RECALLED");
        await().atMost(LONG).until(() -> !titles(anyone).contains("Fed holds rates"));
        assertThat(bookmark(reader).path("gone").asBoolean()).isTrue();

        aLiveIsPublishedCorrectedAndWithdrawn(editor, reader, anyone);
        var admin = anyone.with(
                logIn(anyone, "admin@example.com", RunningPlatform.PASSWORD).text("accessToken"));
        new OwnFeeds(editor, admin, anyone).areReadBack(profile.text("id"));

        assertThat(reader.delete("/api/v1/sessions/" + session.text("sessionId"))
                        .status())
                .isEqualTo(204);
        await().atMost(LONG).until(() -> reader.get("/api/v1/me").status() == 401);
        var refreshed = anyone.post("/api/v1/sessions:refresh", Map.of("refreshToken", session.text("refreshToken")));
        assertThat(refreshed.text("reason")).isEqualTo("BAD_REFRESH_TOKEN");
    }

    private static void aLiveIsPublishedCorrectedAndWithdrawn(Visitor editor, Visitor reader, Visitor anyone) {
        var published = editor.post(
                "/api/v1/lives",
                Map.of("contentHtml", "<p>【央行降准】自下月起。</p>", "channelIds", List.of("global"), "importance", 3));
        assertThat(published.status()).as("%s", published).isEqualTo(201);
        var live = "/api/v1/lives/" + published.text("id");
        assertThat(reader.get(live).text("title")).isEqualTo("央行降准");
        await().atMost(LONG).until(() -> lives(anyone).contains("自下月起。"));
        assertThat(reader.put(live.replace("/lives/", "/me/bookmarks/lives/")).status())
                .isEqualTo(204);
        await().atMost(LONG).until(() -> bookmark(reader).path("title").asString(""), "央行降准"::equals);

        var corrected = editor.patch(live, Map.of("contentHtml", "<p>自今日起。</p>"));
        assertThat(corrected.status()).as("%s", corrected).isEqualTo(200);
        await().atMost(LONG).until(() -> lives(anyone).contains("自今日起。"));
        assertThat(reader.get(live).body().path("corrected").asBoolean()).isTrue();

        assertThat(editor.delete(live).status()).isEqualTo(204);
        await().atMost(LONG).until(() -> anyone.get(live).status() == 410);
        await().atMost(LONG).until(() -> !lives(anyone).contains("自今日起。"));
    }

    private static Answer logIn(Visitor visitor, String email, String password) {
        var session = visitor.post("/api/v1/sessions", Map.of("email", email, "password", password));
        assertThat(session.text("accessToken")).as("%s", session).isNotEmpty();
        return session;
    }

    /** Where the article is. */
    private static String publish(Visitor editor, String authorId) {
        var draft = editor.postOnce("/api/v1/articles", story(authorId));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        var article = "/api/v1/articles/" + draft.text("id");
        assertThat(editor.get(article).text("state")).isEqualTo("ARTICLE_STATE_DRAFT");
        assertThat(editor.postOnce(article + ":publish", Map.of()).status()).isEqualTo(200);
        return article;
    }

    private static Map<String, ?> story(String authorId) {
        return Map.of(
                "title", "Fed holds rates",
                "bodyHtml", "<p>No change, as expected.</p>",
                "lang", "en",
                "channelIds", List.of("global"),
                "authorIds", authorId.isEmpty() ? List.of() : List.of(authorId));
    }

    private static List<String> lives(Visitor visitor) {
        return visitor.get("/api/v1/lives?minImportance=3")
                .body()
                .path("lives")
                .valueStream()
                .map(live -> live.path("contentText").asString())
                .toList();
    }

    /** The latest. */
    private static JsonNode bookmark(Visitor reader) {
        return reader.get("/api/v1/me/bookmarks").body().path("bookmarks").path(0);
    }

    private static List<String> titles(Visitor visitor) {
        return visitor.get("/api/v1/articles")
                .body()
                .path("articles")
                .valueStream()
                .map(article -> article.path("title").asString())
                .toList();
    }
}
