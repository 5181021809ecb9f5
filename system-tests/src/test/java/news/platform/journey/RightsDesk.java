package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.journey.Visitor.Answer;
import org.jspecify.annotations.Nullable;

/** Makes readers and articles, and has rights granted and taken back. */
record RightsDesk(Visitor anyone, Visitor editor, Visitor admin) {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery";

    /** Somebody who reads, in a session. */
    record Reader(Visitor visitor, String id, String email) {
        Reader(Visitor visitor, String id) {
            this(visitor, id, "");
        }

        /** With a new token. */
        Reader again() {
            return new Reader(visitor.loggedIn(email, PASSWORD), id, email);
        }
    }

    static RightsDesk of(Visitor anyone) {
        return new RightsDesk(anyone, anyone.editor(), anyone.loggedIn("admin@example.com", RunningPlatform.PASSWORD));
    }

    Reader reader() {
        var email = UUID.randomUUID() + "@example.com";
        await().atMost(LONG)
                .until(
                        () -> anyone.post(
                                        "/api/v1/users",
                                        Map.of("email", email, "password", PASSWORD, "displayName", "A Reader"))
                                .status(),
                        status -> status == 201 || status == 409);
        var visitor = anyone.loggedIn(email, PASSWORD);
        return new Reader(visitor, visitor.get("/api/v1/me").text("id"), email);
    }

    /** A published one whose last words are PAID. */
    String article(boolean premium) {
        var draft = editor.postOnce(
                "/api/v1/articles",
                Map.of(
                        "title",
                        "What gold does next",
                        "bodyHtml",
                        "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>",
                        "lang",
                        "en",
                        "channelIds",
                        List.of("global"),
                        "premium",
                        premium));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        var article = "articles/" + draft.text("id");
        assertThat(editor.postOnce("/api/v1/" + article + ":publish", Map.of()).status())
                .isEqualTo(200);
        return article;
    }

    /** Its id. */
    String grant(Reader reader, String scope, @Nullable Instant to) {
        var answer = admin.postOnce("/api/v1/entitlements", draft(reader, scope, to));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.text("id");
    }

    /** What comes of it at once. */
    Answer asked(Reader reader, String scope) {
        return admin.post("/api/v1/entitlements", draft(reader, scope, null));
    }

    private static Map<String, String> draft(Reader reader, String scope, @Nullable Instant to) {
        var draft = new HashMap<>(Map.of("userId", reader.id(), "scope", scope, "reason", "a journey"));
        if (to != null) {
            draft.put("to", to.toString());
        }
        return draft;
    }

    void revoke(String grant) {
        var answer = admin.postOnce("/api/v1/entitlements/" + grant + ":revoke", Map.of("reason", "it was enough"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
}
