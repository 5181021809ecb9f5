package news.platform.content.reading;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleServiceGrpc;
import news.platform.content.v1.ArticleServiceGrpc.ArticleServiceBlockingStub;
import news.platform.content.v1.BatchGetWholeArticlesRequest;
import news.platform.content.v1.BatchGetWholeArticlesResponse;
import news.platform.content.v1.ListWholeArticlesRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.WholeArticle;
import news.platform.test.grpc.TestCertificates;
import org.junit.jupiter.api.Test;

class WholeArticlesIT extends ContentServiceTest {
    private static final String BODY = "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>";
    private static final String LONG = "<p>" + "word ".repeat(80_000) + "</p>";

    @Test
    void giveWhatEventsCarryAndThePaidBodyBesideIt() {
        var premium = published(story().setBodyHtml(BODY).setPremium(true)).getId();
        var free = published(story().setBodyHtml(BODY)).getId();

        var batch = batch(premium, "none", free, premium);

        var whole = batch.getArticlesList();
        assertThat(whole).extracting(each -> each.getArticle().getId()).containsExactly(premium, free);
        assertThat(whole.get(0).getArticle()).isEqualTo(told(premium));
        assertThat(whole.get(0).getArticle().getBodyHtml()).isNotEmpty().doesNotContain("PAID");
        assertThat(whole.get(0).getWholeHtml()).isEqualTo(BODY);
        assertThat(whole.get(0).getVersion()).isEqualTo(2);
        assertThat(whole.get(1).getArticle()).isEqualTo(told(free));
        assertThat(whole.get(1).getWholeHtml()).isEmpty();
        assertThat(batch.getMissingList()).containsExactly("none");
    }

    @Test
    void areThoseThatReadersHave() {
        var draft = draft(story()).getId();
        var recalled = published(story()).getId();
        editor().recallArticle(
                        RecallArticleRequest.newBuilder().setArticleId(recalled).build());

        assertThat(batch(draft, recalled).getMissingList()).containsExactly(draft, recalled);
        assertThat(ids(all(100))).doesNotContain(draft, recalled);
    }

    @Test
    void comePageByPageEachOnceWhileOthersArePublished() {
        var before =
                IntStream.range(0, 7).mapToObj(_ -> published(story()).getId()).toList();
        var found = new ArrayList<WholeArticle>();
        var token = "";
        do {
            var page = search().listWholeArticles(ListWholeArticlesRequest.newBuilder()
                    .setPageSize(3)
                    .setPageToken(token)
                    .build());
            found.addAll(page.getArticlesList());
            token = page.getNextPageToken();
            published(story());
        } while (!token.isEmpty() && found.size() < 1000);

        assertThat(ids(found)).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void areNoMoreInOneAnswerThanItCarries() {
        var ids = IntStream.range(0, 5)
                .mapToObj(_ -> published(story().setBodyHtml(LONG)).getId())
                .toList();

        var batch = batch(ids.toArray(String[]::new));
        var page = search().listWholeArticles(ListWholeArticlesRequest.getDefaultInstance());

        assertThat(ids(batch.getArticlesList())).isEqualTo(ids.subList(0, 2));
        assertThat(batch.getPostponedList()).isEqualTo(ids.subList(2, 5));
        assertThat(page.getArticlesCount()).isEqualTo(2);
        assertThat(ids(all(0))).doesNotHaveDuplicates().containsAll(ids);
    }

    @Test
    void areNobodysWhomTheContractDoesNotName() {
        var user = ArticleServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("user-service")));

        for (var stranger : List.of(user, editor())) {
            assertRefused(
                    "SERVICE_NOT_ALLOWED",
                    () -> stranger.listWholeArticles(ListWholeArticlesRequest.getDefaultInstance()));
            assertRefused(
                    "SERVICE_NOT_ALLOWED",
                    () -> stranger.batchGetWholeArticles(BatchGetWholeArticlesRequest.newBuilder()
                            .addIds("any")
                            .build()));
        }
    }

    private List<WholeArticle> all(int pageSize) {
        var found = new ArrayList<WholeArticle>();
        var tokens = new HashSet<String>();
        var token = "";
        do {
            var page = search().listWholeArticles(ListWholeArticlesRequest.newBuilder()
                    .setPageSize(pageSize)
                    .setPageToken(token)
                    .build());
            found.addAll(page.getArticlesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty() && tokens.add(token));
        return found;
    }

    private BatchGetWholeArticlesResponse batch(String... ids) {
        return search().batchGetWholeArticles(BatchGetWholeArticlesRequest.newBuilder()
                .addAllIds(List.of(ids))
                .build());
    }

    private Article told(String id) {
        return events.of(ArticlePublished.getDefaultInstance(), id).getFirst().getArticle();
    }

    private static List<String> ids(List<WholeArticle> articles) {
        return articles.stream().map(each -> each.getArticle().getId()).toList();
    }

    private ArticleServiceBlockingStub search() {
        return ArticleServiceGrpc.newBlockingStub(callee.from(TestCertificates.of("search-service")));
    }
}
