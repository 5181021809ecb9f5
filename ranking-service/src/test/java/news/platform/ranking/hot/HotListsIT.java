package news.platform.ranking.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import news.platform.content.v1.Article;
import news.platform.proto.Timestamps;
import news.platform.ranking.RankingServiceTest;
import news.platform.ranking.v1.DemoteItemRequest;
import news.platform.ranking.v1.ListHotArticlesRequest;
import news.platform.ranking.v1.ListHotArticlesResponse;
import news.platform.ranking.v1.PinItemRequest;
import news.platform.ranking.v1.RestoreItemRequest;
import news.platform.ranking.v1.UnpinItemRequest;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HotListsIT extends RankingServiceTest {
    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("truncate item, engagement, pin, demotion").update();
    }

    /** The worked example of docs/ranking.md. */
    @Test
    void ranksWhatIsTenTimesAsMuchLikeWhatIsTwelveAndAHalfHoursYounger() {
        var older = published(article("Older", Duration.ofHours(13)));
        var younger = published(article("Younger", Duration.ofHours(1)));

        said("articles/" + older, 0, 1);
        assertThat(ids("day")).containsExactly(younger, older);
        said("articles/" + older, 1, 1);
        assertThat(ids("day")).containsExactly(older, younger);
    }

    @Test
    void goesBackADayOrAWeek() {
        var today = published(article("Today", Duration.ofHours(2)));
        var thisWeek = published(article("This week", Duration.ofDays(3)));
        published(article("Long ago", Duration.ofDays(8)));

        assertThat(ids("")).containsExactly(today);
        assertThat(ids("week")).containsExactly(today, thisWeek);
        said("articles/" + thisWeek, 1, 0);
        assertThat(ids("week")).containsExactly(thisWeek, today);
    }

    @Test
    void takesRecalledOnesOutAtOnceAndSaysWhich() {
        var one = published(article("One", Duration.ofHours(1)));
        var other = published(article("Other", Duration.ofHours(2)));

        recalled(one);

        assertThat(ids("day")).containsExactly(other);
        assertThat(list("day").getOfflineIdsList()).containsExactly(one);
    }

    @Test
    void hasEditorsPinAndDemote() {
        var first = published(article("First", Duration.ofHours(1)));
        var second = published(article("Second", Duration.ofHours(2)));
        var third = published(article("Third", Duration.ofHours(3)));

        editor().demoteItem(DemoteItemRequest.newBuilder()
                .setType("articles")
                .setId(first)
                .setFactor(0.5)
                .setUntil(Timestamps.of(clock.instant().plusSeconds(3600)))
                .build());
        assertThat(ids("day")).containsExactly(second, third, first);

        editor().pinItem(PinItemRequest.newBuilder()
                .setType("articles")
                .setId(third)
                .setPosition(1)
                .setUntil(Timestamps.of(clock.instant().plusSeconds(3600)))
                .build());
        assertThat(ids("day")).containsExactly(third, second, first);

        clock.advance(Duration.ofHours(2));
        assertThat(ids("day")).containsExactly(first, second, third);
        clock.advance(Duration.ofHours(-2));
        editor().restoreItem(RestoreItemRequest.newBuilder()
                .setType("articles")
                .setId(first)
                .build());
        editor().unpinItem(UnpinItemRequest.newBuilder()
                .setType("articles")
                .setId(third)
                .build());
        assertThat(ids("day")).containsExactly(first, second, third);
    }

    @Test
    void showsWhatItWasToldLastWhileContentServiceIsDown() {
        var article = published(article("One", Duration.ofHours(1)));
        assertThat(ids("day")).containsExactly(article);

        contentTwin.is(Mood.DOWN);

        assertThat(list("day").getArticles(0).getTitle()).isEqualTo("Title of " + article);
        recalled(article);
        assertThat(ids("day")).isEmpty();
    }

    @Test
    void listsNoMoreThanFifty() {
        for (int number = 0; number < 60; number++) {
            published(article("Number " + number, Duration.ofMinutes(number)));
        }

        assertThat(ids("day")).hasSize(20);
        assertThat(anyone().listHotArticles(ListHotArticlesRequest.newBuilder()
                                .setPageSize(100)
                                .build())
                        .getArticlesList())
                .hasSize(50);
    }

    private List<String> ids(String period) {
        return list(period).getArticlesList().stream().map(Article::getId).toList();
    }

    private ListHotArticlesResponse list(String period) {
        return anyone().listHotArticles(
                        ListHotArticlesRequest.newBuilder().setPeriod(period).build());
    }
}
