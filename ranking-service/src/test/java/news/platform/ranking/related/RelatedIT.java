package news.platform.ranking.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import news.platform.content.v1.Article;
import news.platform.ranking.RankingServiceTest;
import news.platform.ranking.v1.ListRelatedArticlesRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelatedIT extends RankingServiceTest {
    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("truncate item, item_term, related").update();
    }

    @Test
    void findsWhatIsAboutTheSameMostOfAllFirst() {
        var chips = published(article("Chip maker lifts forecast for memory", Duration.ofHours(5))
                .addSymbols("NVDA")
                .addTags("chips"));
        var weather =
                published(article("Storm closes harbours", Duration.ofHours(4)).addTags("weather"));
        var memory = published(article("Memory prices climb as chip plants run full", Duration.ofHours(3))
                .addTags("Chips"));
        var same = published(article("Chip maker's forecast meets doubts over memory", Duration.ofHours(2))
                .addSymbols("NVDA")
                .addTags("chips"));

        await().untilAsserted(() -> assertThat(related(chips)).containsExactly(same, memory));
        await().untilAsserted(() -> assertThat(related(same)).containsExactly(chips, memory));
        await().untilAsserted(() -> assertThat(related(weather)).isEmpty());
    }

    @Test
    void findsChineseOnesByTheirCharacters() {
        var cut = published(article("央行宣布下调存款准备金率0.5个百分点", Duration.ofHours(2)).setSummary("释放长期资金约一万亿元"));
        var follow = published(article("下调存款准备金率后银行股走强", Duration.ofHours(1)));

        await().untilAsserted(() -> assertThat(related(cut)).containsExactly(follow));
    }

    @Test
    void showsNoneThatWasRecalled() {
        var one = published(
                article("Refinery fire halts exports", Duration.ofHours(2)).addSymbols("CL"));
        var other = published(
                article("Refinery restarts after fire", Duration.ofHours(1)).addSymbols("CL"));
        await().untilAsserted(() -> assertThat(related(one)).containsExactly(other));

        recalled(other);

        assertThat(related(one)).isEmpty();
        var third = published(
                article("Refinery fire is out", Duration.ofMinutes(30)).addSymbols("CL"));
        await().untilAsserted(() -> assertThat(related(third)).containsExactly(one));
    }

    @Test
    void knowsNothingOfWhatNobodyToldOf() {
        assertThat(related("none")).isEmpty();
    }

    private List<String> related(String articleId) {
        return anyone()
                .listRelatedArticles(ListRelatedArticlesRequest.newBuilder()
                        .setArticleId(articleId)
                        .build())
                .getArticlesList()
                .stream()
                .map(Article::getId)
                .toList();
    }
}
