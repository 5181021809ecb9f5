package news.platform.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.search.SearchServiceTest;
import news.platform.search.v1.SuggestRequest;
import news.platform.search.v1.SuggestServiceGrpc;
import org.junit.jupiter.api.Test;

class SuggestIT extends SearchServiceTest {
    private final String id = freshId();

    @Test
    void offersByBeginningsAndPinyinAndInstrument() {
        happens(ArticlePublished.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setArticle(article(id, "贵州茅台发布Annual财报", "body").addSymbols("600519.SH"))
                .build());
        await().untilAsserted(() -> assertThat(ids("贵州")).contains(id));

        for (var prefix : List.of(
                "贵州茅台", "貴州", "茅台", "guizhou", "guizhoumao", "gzmt", "maotai", "mt", "annual", "ANN", "Gui Zhou")) {
            assertThat(ids(prefix)).as(prefix).contains(id);
        }
        assertThat(ids("6005")).contains("600519.SH");
        assertThat(ids("zhongguo")).doesNotContain(id);
        assertThat(offered("…")).isEmpty();

        happens(ArticleRecalled.newBuilder().setArticleId(id).setVersion(2).build());
        await().untilAsserted(() -> assertThat(ids("贵州")).doesNotContain(id));
    }

    private List<String> ids(String prefix) {
        return offered(prefix).stream().map(one -> one.getId()).toList();
    }

    private List<news.platform.search.v1.Suggestion> offered(String prefix) {
        return SuggestServiceGrpc.newBlockingStub(callee.anonymous())
                .suggest(SuggestRequest.newBuilder().setPrefix(prefix).build())
                .getSuggestionsList();
    }
}
