package news.platform.gateway.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import news.platform.content.v1.Article;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.ListArticlesResponse;
import news.platform.gateway.hot.Client.Got;
import news.platform.livenews.v1.ListLivesRequest;
import news.platform.livenews.v1.ListLivesResponse;
import news.platform.livenews.v1.Live;
import news.platform.ranking.v1.FeedItem;
import news.platform.ranking.v1.ListFeedResponse;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While ranking-service is away the feed is made of the latest articles and lives. */
@HotTest
class HotSubstitutesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Twin twin;

    @Autowired
    private MeterRegistry meters;

    private final String channel = UUID.randomUUID().toString();
    private final String path = "/api/v1/feed?channel=" + channel;
    private final String ann = "Bearer " + TestTokens.user("ann", "reader");
    private final AtomicReference<Status> ranking = new AtomicReference<>(Status.UNAVAILABLE);
    private final AtomicReference<Status> content = new AtomicReference<>(Status.OK);

    private Client client;

    @BeforeEach
    void script() {
        client = new Client(port);
        twin.script("news.platform.ranking.v1.FeedService/ListFeed", _ -> {
            require(ranking);
            return ListFeedResponse.newBuilder()
                    .addItems(FeedItem.newBuilder()
                            .setArticle(Article.newBuilder().setId("r-1").setTitle("ranked")))
                    .build();
        });
        twin.script("news.platform.content.v1.ArticleService/ListArticles", _ -> {
            require(content);
            return ListArticlesResponse.newBuilder()
                    .addArticles(Article.newBuilder().setId("a-2").setPublishTime(at(40)))
                    .addArticles(Article.newBuilder().setId("a-1").setPublishTime(at(20)))
                    .build();
        });
        twin.script("news.platform.livenews.v1.LiveService/ListLives", _ -> ListLivesResponse.newBuilder()
                .addLives(Live.newBuilder().setId("l-2").setPublishTime(at(30)))
                .addLives(Live.newBuilder().setId("l-1").setPublishTime(at(10)))
                .build());
        EventSource.awaitReaders(meters);
    }

    @Test
    void mergesTheLatestOfAllMarked() {
        Got got = client.get(path);

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("X-Degraded")).isEqualTo("ranking-service");
        assertThat(got.body())
                .containsSubsequence("\"article\"", "a-2", "\"live\"", "l-2")
                .doesNotContain("a-1", "l-1");
        assertThat(twin.calls(
                        ListArticlesRequest.newBuilder().setChannel(channel).build()))
                .isOne();
        assertThat(twin.calls(ListLivesRequest.newBuilder().setChannel(channel).build()))
                .isOne();
    }

    @Test
    void goesOnWithWhatCanBeHad() {
        content.set(Status.UNAVAILABLE);

        Got got = client.get(path);

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("X-Degraded")).contains("ranking-service").contains("content-service");
        assertThat(got.body()).contains("l-2", "l-1");
    }

    @Test
    void givesWhoIsLoggedInWhatEverybodyGets() {
        Got hers = client.get(path, "Authorization", ann);

        assertThat(hers.status()).isEqualTo(200);
        assertThat(hers.header("X-Degraded")).isEqualTo("ranking-service");
        assertThat(hers.header("Cache-Control")).startsWith("private");
        assertThat(hers.body()).contains("a-2", "l-2");
        for (int time = 0; time < 5; time++) {
            client.get(path, "Authorization", ann);
        }
        assertThat(twin.calls(
                        ListArticlesRequest.newBuilder().setChannel(channel).build()))
                .isLessThan(5);
    }

    @Test
    void hasTheServicesOwnAnswerWhenItIsBack() {
        client.get(path);
        ranking.set(Status.OK);

        await().untilAsserted(() -> assertThat(client.get(path).body()).contains("ranked"));
        assertThat(client.get(path).maybe("X-Degraded")).isEmpty();
    }

    /** There is no next page of what stands in, and a first one would be a repetition. */
    @Test
    void saysSoWhereAPageContinues() {
        assertThat(client.get(path + "&pageToken=AAAA").status()).isEqualTo(503);
    }

    @Test
    void passesOnWhatIsRefused() {
        ranking.set(Status.INVALID_ARGUMENT);

        assertThat(client.get(path).status()).isEqualTo(400);
    }

    private static void require(AtomicReference<Status> status) {
        if (!status.get().isOk()) {
            throw status.get().asRuntimeException();
        }
    }

    private static Timestamp.Builder at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds);
    }
}
