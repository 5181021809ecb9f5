package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.journey.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A day at the platform as each of those meets it who read, write, moderate, administer it or send it news. */
@ExtendWith(SharedPlatform.class)
class NewsroomJourneyIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery";

    private final HttpClient http = HttpClient.newHttpClient();
    private Visitor anyone;
    private RightsDesk desk;

    @BeforeEach
    void comeIn(RunningPlatform platform) {
        anyone = new Visitor(http, platform.edge(), "");
        desk = RightsDesk.of(anyone);
    }

    @AfterEach
    void leave() {
        http.close();
    }

    @Test
    void aReaderHearsALiveSaysSomethingAboutItAndLeavesForGood() throws Exception {
        var reader = desk.reader().visitor();
        var list = anyone.get("/api/v1/lives");
        try (var stream = new LiveStream(reader, Long.parseLong(list.text("streamPosition")))) {
            var live = published(desk.editor()
                    .postOnce(
                            "/api/v1/lives",
                            Map.of("contentHtml", "<p>【非农】不及预期。</p>", "channelIds", List.of("global"))));
            assertThat(stream.next().live()).isEqualTo(live);

            var comment = published(comment(reader, "lives/" + live, "Nobody saw that coming."));
            var other = desk.reader().visitor();
            assertThat(other.put("/api/v1/comments/" + comment + "/like").status())
                    .isEqualTo(204);
            await().atMost(LONG).untilAsserted(() -> {
                var shown = comments("lives/" + live).path(0);
                assertThat(shown.path("likeCount").asInt(0)).isOne();
                assertThat(shown.path("author").path("displayName").asString(""))
                        .isEqualTo("A Reader");
            });

            assertThat(reader.post("/api/v1/me:delete", Map.of("currentPassword", PASSWORD))
                            .status())
                    .isEqualTo(204);

            await().atMost(LONG).until(() -> reader.get("/api/v1/me").status() == 401);
            await().atMost(LONG)
                    .until(() -> !comments("lives/" + live).toString().contains("A Reader"));
        }
    }

    @Test
    void anEditorSchedulesCorrectsAndRecallsWhatNobodySeesTooEarly() {
        var editor = desk.editor();
        var article = "/api/v1/articles/"
                + published(editor.postOnce(
                        "/api/v1/articles",
                        Map.of(
                                "title", "Payrols fall",
                                "bodyHtml", "<p>Fewer than expected.</p>",
                                "lang", "en",
                                "channelIds", List.of("forex"))));
        var time = Instant.now().plusSeconds(5);
        var scheduled = editor.post(article + ":schedule", Map.of("publishTime", time.toString()));
        assertThat(scheduled.text("state")).as("%s", scheduled).isEqualTo("ARTICLE_STATE_SCHEDULED");
        assertThat(anyone.get(article).status()).isEqualTo(404);

        assertThat(editor.patch(article, Map.of("title", "Payrolls fall"), scheduled.text("etag"))
                        .status())
                .isEqualTo(200);
        assertThat(editor.patch(article, Map.of("title", "Payrolls rise"), scheduled.text("etag"))
                        .status())
                .isEqualTo(412);

        var seen = await().atMost(LONG).until(() -> anyone.get(article), answer -> answer.status() == 200);
        assertThat(Instant.now()).isAfterOrEqualTo(time);
        assertThat(seen.text("title")).isEqualTo("Payrolls fall");
        assertThat(editor.get(article + "/revisions").body().path("revisions").size())
                .isGreaterThanOrEqualTo(2);

        assertThat(editor.post(article + ":recall", Map.of("note", "the figure was wrong"))
                        .status())
                .isEqualTo(200);
        await().atMost(LONG).until(() -> anyone.get(article).status() == 410);
    }

    @Test
    void aModeratorRejectsWhatAReaderSaidAndThinksBetterOfIt() {
        var target = desk.article(false);
        var moderator = anyone.loggedIn("moderator@example.com", RunningPlatform.PASSWORD);
        var reader = desk.reader();
        var links = "https://a.example.com https://b.example.com https://c.example.com";
        var pending = comment(reader.visitor(), target, "All is said at " + links);
        assertThat(pending.status()).as("%s", pending).isEqualTo(202);
        var comment = pending.text("id");
        assertThat(comments(target)).isEmpty();

        assertThat(queue(moderator, "pending", target).path("id").asString("")).isEqualTo(comment);
        var item = "/api/v1/moderation/" + comment;
        assertThat(moderator.post(item + ":claim").status()).isEqualTo(200);
        assertThat(desk.admin().post(item + ":claim").text("reason")).isEqualTo("ALREADY_CLAIMED");
        var rejected = moderator.post(
                item + ":decide", Map.of("decision", "DECISION_REJECT", "reason", "advertising", "banDays", 1));
        assertThat(rejected.text("state")).as("%s", rejected).isEqualTo("COMMENT_STATE_REJECTED");

        // who is banned is logged out
        await().atMost(LONG).until(() -> reader.visitor().get("/api/v1/me").status() == 401);
        var back = reader.again().visitor();
        await().atMost(LONG)
                .until(
                        () -> comment(back, target, UUID.randomUUID() + " is no advertisement.")
                                .text("reason"),
                        "AUTHOR_BANNED"::equals);
        assertThat(back.get("/api/v1/me/comments")
                        .body()
                        .path("comments")
                        .path(0)
                        .path("reason")
                        .asString(""))
                .isEqualTo("advertising");
        assertThat(back.post("/api/v1/comments/" + comment + ":appeal", Map.of("note", "those are sources"))
                        .status())
                .isEqualTo(202);

        assertThat(queue(moderator, "appealed", target).path("id").asString("")).isEqualTo(comment);
        assertThat(moderator
                        .post(item + ":decide", Map.of("decision", "DECISION_APPROVE"))
                        .status())
                .isEqualTo(200);
        await().atMost(LONG).until(() -> comments(target).toString().contains("All is said"));
    }

    @Test
    void anAdministratorMakesAReaderAnEditorAndNoneAgain() {
        var admin = desk.admin();
        var reader = desk.reader();
        var draft = Map.of("title", "Mine", "bodyHtml", "<p>Mine.</p>", "lang", "en", "channelIds", List.of("tech"));
        assertThat(reader.visitor().post("/api/v1/articles", draft).status()).isEqualTo(403);

        give(admin, reader.id(), "reader", "editor");

        // whose roles change is logged out, so that nobody acts by those that are gone
        await().atMost(LONG).until(() -> reader.visitor().get("/api/v1/me").status() == 401);
        var editor = reader.again();
        assertThat(editor.visitor().postOnce("/api/v1/articles", draft).status())
                .isEqualTo(201);

        give(admin, reader.id(), "reader");

        await().atMost(LONG).until(() -> editor.visitor().get("/api/v1/me").status() == 401);
        assertThat(editor.again().visitor().post("/api/v1/articles", draft).status())
                .isEqualTo(403);
    }

    @Test
    void aPartnerSendsNewsCorrectsThemAndTakesThemBack() {
        var wire = new Partner(anyone);
        var uri = "urn:wire:" + UUID.randomUUID();
        var first = wire.item(uri, 1, "Copper falls");

        var answer = wire.push(List.of(first, Map.of("uri", uri + ":2", "type", "text")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(207);
        assertThat(results(answer)).containsExactly("CREATED", "INVALID_ITEM");
        await().atMost(LONG).until(() -> ofTheWire().equals(List.of("Copper falls")));

        assertThat(results(wire.push(List.of(first)))).containsExactly("DUPLICATE");
        assertThat(results(wire.push(List.of(wire.item(uri, 2, "Copper rises")))))
                .containsExactly("UPDATED");
        await().atMost(LONG).until(() -> ofTheWire().equals(List.of("Copper rises")));

        assertThat(wire.pretending().push(List.of(first)).text("reason")).isEqualTo("BAD_SIGNATURE");
        assertThat(results(wire.push(List.of(wire.withdrawn(uri, 3))))).containsExactly("UPDATED");
        await().atMost(LONG).until(() -> ofTheWire().isEmpty());
    }

    private static String published(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.text("id");
    }

    private static Answer comment(Visitor author, String target, String text) {
        return author.postOnce("/api/v1/comments", Map.of("target", target, "text", text));
    }

    private JsonNode comments(String target) {
        return anyone.get("/api/v1/comments?order=new&target=" + target).body().path("comments");
    }

    /** What waits longest. */
    private static JsonNode queue(Visitor moderator, String state, String target) {
        return moderator
                .get("/api/v1/moderation/queue?state=" + state + "&target=" + target)
                .body()
                .path("items")
                .path(0);
    }

    private static void give(Visitor admin, String userId, String... roles) {
        var answer = admin.put("/api/v1/users/" + userId + "/roles", Map.of("roles", List.of(roles)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static List<String> results(Answer answer) {
        return answer.body()
                .path("results")
                .valueStream()
                .map(result -> result.path("reason").asString())
                .toList();
    }

    private List<String> ofTheWire() {
        return anyone.get("/api/v1/articles?channel=commodity")
                .body()
                .path("articles")
                .valueStream()
                .filter(article -> article.path("sourceName").asString("").equals(Partner.NAME))
                .map(article -> article.path("title").asString())
                .toList();
    }
}
