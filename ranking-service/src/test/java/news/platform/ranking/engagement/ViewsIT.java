package news.platform.ranking.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.platform.ranking.RankingServiceTest;
import news.platform.ranking.v1.RecordViewRequest;
import news.platform.test.Replicas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"news.messaging.topic.partitions=3", "news.ranking.view.per-network-in-all=3000"})
class ViewsIT extends RankingServiceTest {
    private static final int MANY = 20_000;
    private static final int ARTICLES = 50;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private Views views;

    @Autowired
    private Replicas replicas;

    private final String article = freshId();

    @BeforeEach
    void isConnected() {
        topicIsKnown();
    }

    @Test
    void countsAViewerOnceForEachArticle() {
        String another = freshId();
        views.count(of("ann", "home"));
        views.count(of("ann", "home"));
        views.count(of("ann", "office"));
        views.count(of("bob", "home"));
        views.count(List.of(View.of(another, "ann", "home"), View.of(another, "ann", "home")));

        assertThat(views(article)).isEqualTo(2);
        assertThat(views(another)).isOne();
    }

    @Test
    void countsTwentyViewersOfANetworkForOneArticle() {
        String network = freshId();
        String another = freshId();
        IntStream.range(0, 50).forEach(_ -> views.count(of(freshId(), network)));
        views.count(IntStream.range(0, 50)
                .mapToObj(_ -> View.of(another, freshId(), network))
                .toList());
        views.count(of(freshId(), freshId()));

        assertThat(views(article)).isEqualTo(21);
        assertThat(views(another)).isEqualTo(20);
    }

    @Test
    void looksAtNoMoreOfANetworkThanItMaySayInADay() {
        String network = freshId();
        List<String> articles =
                Stream.generate(RankingServiceTest::freshId).limit(4000).toList();
        for (int from = 0; from < articles.size(); from += 500) {
            views.count(articles.subList(from, from + 500).stream()
                    .map(id -> View.of(id, "robot", network))
                    .toList());
        }

        assertThat(articles.stream().filter(id -> views(id) > 0)).hasSize(3000);
        assertThat(jdbc.sql("select count(*) from network_target where network = :network")
                        .param("network", network)
                        .query(Long.class)
                        .single())
                .isEqualTo(3000);
    }

    /** What a replica has taken but not counted when it ends, the other one counts. */
    @Test
    void twoReplicasCountWhatTheTopicHoldsThoughOneEnds() {
        try (var _ = replicas.another()) {
            IntStream.range(0, MANY / 2).forEach(this::view);
            await().atMost(LONG).until(() -> counted() > MANY / 4);
        }
        IntStream.range(MANY / 2, MANY).forEach(this::view);

        await().atMost(LONG).untilAsserted(() -> assertThat(counted()).isEqualTo(sent()));
        assertThat(sent()).isGreaterThan(MANY / 2);
    }

    /** As when a replica is killed: whatever was under way is rolled back, and counted again. */
    @Test
    void countsEachOnceThoughTransactionsAreCutInBetween() {
        for (int cut = 0; cut < 4; cut++) {
            IntStream.range(0, MANY / 4).forEach(this::view);
            jdbc.sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                             where datname = current_database() and pid <> pg_backend_pid() and query like '%network_target%'""").query(Boolean.class).list();
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(counted()).isEqualTo(sent()));
        assertThat(sent()).isGreaterThan(MANY / 2);
    }

    private List<View> of(String viewer, String network) {
        return List.of(View.of(article, viewer, network));
    }

    /** Each by a viewer of a network of its own. */
    private void view(int number) {
        viewed(article + number % ARTICLES, freshId(), freshId());
    }

    private long counted() {
        return jdbc.sql(
                        "select coalesce(sum(views), 0) from engagement where target like 'articles/' || :article || '%'")
                .param("article", article)
                .query(Long.class)
                .single();
    }

    /** What the topic holds. */
    private long sent() {
        return events.of(RecordViewRequest.getDefaultInstance()).stream()
                .filter(view -> view.getArticleId().startsWith(article))
                .count();
    }
}
