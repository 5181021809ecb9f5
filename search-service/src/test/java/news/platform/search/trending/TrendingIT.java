package news.platform.search.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.platform.comment.v1.ScreenTextsResponse;
import news.platform.comment.v1.ScreeningServiceGrpc;
import news.platform.content.v1.ArticlePublished;
import news.platform.search.SearchServiceTest;
import news.platform.search.v1.ListTrendingRequest;
import news.platform.search.v1.SearchRequest;
import news.platform.search.v1.SearchServiceGrpc;
import news.platform.search.v1.TrendingQuery;
import news.platform.search.v1.TrendingServiceGrpc;
import news.platform.test.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrendingIT extends SearchServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String word = freshWord();

    @Autowired
    private TestClock clock;

    @Autowired
    private AskedQueries queries;

    @Autowired
    private TrendingProperties properties;

    @Test
    void showsWhatSeveralAskWhoAreNotNeighbours() {
        exists("Of " + word + " alone forbidden");
        // the first signals of a process are lost: nothing waits until the topic is known
        await().atMost(PATIENCE).untilAsserted(() -> {
            asked("Alone " + word, "203.0.113.1", "203.0.113.2", "203.0.113.77");
            asked(word + " Forbidden", addresses());
            asked("of nothing at all " + word + "q", addresses());
            asked("\"of " + word + "\"", addresses());
            asked("  OF  " + word, addresses());
            assertThat(trending()).contains("of " + word);
        });

        assertThat(trending())
                .noneMatch(text -> text.contains("alone") || text.contains("forbidden") || text.contains("\""));
    }

    @Test
    void addsNothingThatIsNotScreened() {
        commentTwin.answer(ScreeningServiceGrpc.getScreenTextsMethod(), _ -> ScreenTextsResponse.getDefaultInstance());
        exists("Of " + word);
        await().atMost(PATIENCE).until(() -> {
            asked(word, addresses());
            return queries.frequent(properties, clock.instant(), 1000).stream()
                    .anyMatch(query -> query.text().equals(word));
        });
        assertThat(trending()).doesNotContain(word);

        neighboursAreWell();

        await().untilAsserted(() -> assertThat(trending()).contains(word));
    }

    private void exists(String title) {
        var id = freshId();
        happens(ArticlePublished.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setArticle(article(id, title, "body"))
                .build());
        await().untilAsserted(() -> assertThat(found(title)).contains(id));
    }

    private void asked(String text, String... addresses) {
        for (var address : addresses) {
            SearchServiceGrpc.newBlockingStub(callee.with(Map.of("x-client-address", address)))
                    .search(SearchRequest.newBuilder().setQ(text).build());
        }
    }

    private static String[] addresses() {
        return IntStream.range(1, 4)
                .mapToObj(number -> "198.51." + number + ".1")
                .toArray(String[]::new);
    }

    private List<String> trending() {
        return TrendingServiceGrpc.newBlockingStub(callee.anonymous())
                .listTrending(ListTrendingRequest.getDefaultInstance())
                .getQueriesList()
                .stream()
                .map(TrendingQuery::getText)
                .toList();
    }
}
