package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.comment.v1.Comment;
import news.platform.comment.v1.ListCommentsRequest;
import news.platform.comment.v1.ListCommentsResponse;
import news.platform.gateway.hot.Client.Got;
import news.platform.search.v1.SearchRequest;
import news.platform.search.v1.SearchResponse;
import news.platform.test.TestTokens;
import news.platform.test.store.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers that are each caller's own: anonymous readers share one, who is logged in gets theirs, and nobody gets another's. */
@HotTest
class HotCallerIT {
    private static final String LIST = "news.platform.comment.v1.CommentService/ListComments";

    @LocalServerPort
    private int port;

    @Autowired
    private Twin twin;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TestKafka kafka;

    private final String target = "articles/" + UUID.randomUUID();
    private final String path = "/api/v1/comments?target=" + target;
    private final String ann = "Bearer " + TestTokens.user("ann", "reader");
    private final String bob = "Bearer " + TestTokens.user("bob", "reader");
    private final AtomicReference<Status> failure = new AtomicReference<>(Status.OK);

    private Client client;

    @BeforeEach
    void script() {
        client = new Client(port);
        twin.script(LIST, request -> {
            if (!failure.get().isOk()) {
                throw failure.get().asRuntimeException();
            }
            var asked = ((ListCommentsRequest) request).getTarget();
            return ListCommentsResponse.newBuilder()
                    .setTarget(asked)
                    .addComments(Comment.newBuilder().setId("c-" + asked).setText("for " + who(Twin.asker())))
                    .build();
        });
        EventSource.awaitReaders(meters);
    }

    @Test
    void anonymousReadersShareOneAnswer() {
        Got first = client.get(path);
        client.get(path, "Authorization", ann);
        Got second = client.get(path);

        assertThat(first.body()).contains("for anybody");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Cache-Control")).startsWith("public");
        assertThat(second.response().headers().allValues("Vary").toString()).contains("Authorization");
        assertThat(calls()).isEqualTo(2);
    }

    /** So that a service may note who asks what; nothing that is answered may depend on it. */
    @Test
    void theServiceHearsFromWhereTheFirstOneAsks() {
        var addresses = new ConcurrentLinkedQueue<String>();
        var word = UUID.randomUUID().toString();
        twin.script("news.platform.search.v1.SearchService/Search", request -> {
            if (((SearchRequest) request).getQ().equals(word)) {
                addresses.add(Twin.asker().address());
            }
            return SearchResponse.getDefaultInstance();
        });

        assertThat(client.get("/api/v1/search?q=" + word).status()).isEqualTo(200);

        assertThat(addresses).containsExactly("127.0.0.1");
    }

    @Test
    void whoIsLoggedInIsAnsweredAnewAndByTheOwnName() {
        client.get(path);

        for (int time = 0; time < 3; time++) {
            Got hers = client.get(path, "Authorization", ann);
            Got his = client.get(path, "Authorization", bob);
            assertThat(hers.body()).contains("for ann");
            assertThat(his.body()).contains("for bob");
            assertThat(hers.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(hers.maybe("X-Degraded")).isEmpty();
        }

        assertThat(calls()).isEqualTo(7);
        assertThat(client.get(path).body()).contains("for anybody");
    }

    @Test
    void whoIsLoggedInGetsTheSharedAnswerMarkedWhileTheServiceFails() {
        client.get(path);
        failure.set(Status.UNAVAILABLE);

        Got hers = client.get(path, "Authorization", ann);

        assertThat(hers.status()).isEqualTo(200);
        assertThat(hers.body()).contains("for anybody");
        assertThat(hers.header("X-Degraded")).isEqualTo("comment-service");
        assertThat(hers.maybe("Age")).isPresent();
        assertThat(hers.header("Cache-Control")).startsWith("private");

        failure.set(Status.OK);
        assertThat(client.get(path, "Authorization", ann).body()).contains("for ann");
    }

    @Test
    void saysSoWhereTheServiceFailsAndThereIsNothingToShare() {
        client.get(path, "Authorization", ann);
        failure.set(Status.UNAVAILABLE);

        Got hers = client.get(path, "Authorization", ann);

        assertThat(hers.status()).isEqualTo(503);
        assertThat(hers.maybe("Retry-After")).isPresent();
    }

    @Test
    void tellsWhoIsLoggedInThatNothingChanged() {
        Got first = client.get(path, "Authorization", ann);

        Got again = client.get(path, "Authorization", ann, "If-None-Match", first.header("ETag"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void keepsConversationsForBadTimesButNoneThatShowsWhatWasWithdrawn() {
        client.get(path);
        failure.set(Status.UNAVAILABLE);

        try (var events = new EventSource(kafka)) {
            await().untilAsserted(() -> {
                events.happens("news.comment.target.changed.v1", target);
                assertThat(client.get(path).maybe("X-Degraded")).hasValue("comment-service");
            });
            assertThat(client.get(path).body()).contains("for anybody");
            await().untilAsserted(() -> {
                events.happens("news.comment.comment.withdrawn.v1", "c-" + target);
                assertThat(client.get(path).status()).isEqualTo(503);
            });
        }
    }

    private long calls() {
        return twin.calls(ListCommentsRequest.newBuilder().setTarget(target).build());
    }

    private String who(Twin.Asker asker) {
        if (asker.authorization().isEmpty()) {
            return "anybody";
        }
        return asker.authorization().equals(ann) ? "ann" : "bob";
    }
}
