package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import news.platform.journey.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service is killed beside readers of what is not its own. */
@ExtendWith(SharedPlatform.class)
class OutageIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery";
    private static final int READERS = 2;
    private static final int READS_MEANWHILE = 200;

    private final ConcurrentLinkedQueue<Answer> harmed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void nobodyWhoReadsArticlesNoticesThatCommentsAreDown(RunningPlatform platform) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                Closeable _ = () -> reading.set(false)) {
            var anyone = new Visitor(http, platform.edge(), "");
            var editor = anyone.editor();
            var article = article(editor);
            var comments = "/api/v1/comments?target=" + article;
            var reader = reader(anyone);
            await().atMost(LONG).untilAsserted(() -> assertThat(
                            comment(reader, article, "The first.").status())
                    .isIn(201, 409));
            await().atMost(LONG)
                    .until(() -> anyone.get(comments).body().toString(), said -> said.contains("The first."));

            for (int i = 0; i < READERS; i++) {
                threads.submit(() -> read(anyone, "/api/v1/" + article));
            }
            platform.kill("comment");
            readOn();

            await().atMost(LONG).until(() -> anyone.get(comments), OutageIT::isLastGood);
            assertThat(reader.get(comments)).matches(OutageIT::isLastGood);
            assertThat(comment(reader, article, "Into nothing.").status()).isEqualTo(503);
            readOn();

            platform.startAgain("comment");
            await().atMost(LONG).untilAsserted(() -> assertThat(
                            comment(reader, article, "The second.").status())
                    .isIn(201, 409));
            await().atMost(LONG)
                    .until(() -> anyone.get(comments).body().toString(), said -> said.contains("The second."));
            readOn();
        }
        assertThat(harmed).isEmpty();
    }

    private static boolean isLastGood(Answer answer) {
        return answer.status() == 200
                && answer.degraded().equals("comment-service")
                && answer.body().toString().contains("The first.");
    }

    /** One from memory and one that asks content-service, by turns. */
    private Object read(Visitor anyone, String article) {
        while (reading.get()) {
            for (var path : List.of(article, "/api/v1/articles?tag=" + UUID.randomUUID())) {
                var answer = anyone.get(path);
                if (answer.status() != 200 || !answer.degraded().isEmpty()) {
                    harmed.add(answer);
                }
                reads.incrementAndGet();
            }
        }
        return reads;
    }

    private void readOn() {
        int until = reads.get() + READS_MEANWHILE;
        await().atMost(LONG).until(() -> reads.get() >= until);
    }

    private static String article(Visitor editor) {
        var draft = editor.postOnce(
                "/api/v1/articles",
                Map.of(
                        "title",
                        "Gold rises",
                        "bodyHtml",
                        "<p>Once more.</p>",
                        "lang",
                        "en",
                        "channelIds",
                        List.of("global")));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        var article = "articles/" + draft.text("id");
        assertThat(editor.postOnce("/api/v1/" + article + ":publish", Map.of()).status())
                .isEqualTo(200);
        return article;
    }

    private static Answer comment(Visitor reader, String target, String text) {
        return reader.post("/api/v1/comments", Map.of("target", target, "text", text));
    }

    private static Visitor reader(Visitor anyone) {
        var email = UUID.randomUUID() + "@example.com";
        await().atMost(LONG)
                .until(
                        () -> anyone.post(
                                        "/api/v1/users",
                                        Map.of("email", email, "password", PASSWORD, "displayName", "A Reader"))
                                .status(),
                        status -> status == 201 || status == 409);
        return anyone.loggedIn(email, PASSWORD);
    }
}
