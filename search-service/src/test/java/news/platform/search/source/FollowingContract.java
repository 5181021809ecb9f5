package news.platform.search.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.content.v1.WholeArticle;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.proto.Timestamps;
import news.platform.search.SearchServiceTest;
import news.platform.search.v1.SearchHit;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.Test;

/** How what happens is found, whichever engine finds. */
public abstract class FollowingContract extends SearchServiceTest {
    private static final int MANY = 20;
    private static final int LAST = 3;

    final String word = freshWord();
    final String id = freshId();

    @Test
    void findsWhatIsPublishedAndAsItWasChanged() {
        happens(published(article(id, "About " + word, "body"), 1));
        await().untilAsserted(() -> assertThat(found(word)).containsExactly(id));

        var other = freshWord();
        happens(ArticleUpdated.newBuilder()
                .setArticleId(id)
                .setVersion(2)
                .setArticle(article(id, "About " + other, "body"))
                .build());

        await().untilAsserted(() -> assertThat(found(other)).containsExactly(id));
        assertThat(found(word)).isEmpty();
    }

    @Test
    void findsNothingThatIsGoneNotEvenWhenItIsToldOfLate() {
        happens(published(article(id, "About " + word, "body"), 1));
        await().untilAsserted(() -> assertThat(found(word)).containsExactly(id));

        happens(ArticleRecalled.newBuilder().setArticleId(id).setVersion(3).build());
        await().untilAsserted(() -> assertThat(found(word)).isEmpty());
        happens(ArticleUpdated.newBuilder()
                .setArticleId(id)
                .setVersion(2)
                .setArticle(article(id, "About " + word, "body"))
                .build());
        var after = freshId();
        happens(published(article(after, "After " + word, "body"), 1));

        await().untilAsserted(() -> assertThat(found(word)).containsExactly(after));
    }

    @Test
    void findsLivesUntilTheyAreWithdrawn() {
        happens(LiveCreated.newBuilder()
                .setLiveId(id)
                .setVersion(1)
                .setLive(Live.newBuilder()
                        .setId(id)
                        .setVersion(1)
                        .setContentText("央行宣布降息 " + word)
                        .setPublishTime(Timestamps.of(minutesAgo(1))))
                .build());
        await().untilAsserted(() -> assertThat(found("降息 " + word)).containsExactly(id));

        happens(LiveDeleted.newBuilder().setLiveId(id).setVersion(2).build());

        await().untilAsserted(() -> assertThat(found(word)).isEmpty());
    }

    @Test
    void asksForWhatIsPaidForWhichNoEventCarries() {
        var article = article(id, "Premium", "The preview").setPremium(true).build();
        contentTwin.is(Mood.DOWN);
        happens(published(article.toBuilder(), 1));
        await().untilAsserted(() -> assertThat(found("premium preview")).contains(id));
        ARTICLES.put(
                id,
                WholeArticle.newBuilder()
                        .setArticle(article)
                        .setVersion(1)
                        .setWholeHtml("<p>The preview</p><p>and the secret " + word + "</p>")
                        .build());
        assertThat(found(word)).isEmpty();

        contentTwin.is(Mood.WELL);

        await().untilAsserted(() -> assertThat(found(word)).containsExactly(id));
        var hit = search(word).getHits(0);
        assertThat(hit.getSnippetHighlight()).isEqualTo("The preview");
        assertThat(found("\"secret " + word + "\"")).isEmpty();
        ARTICLES.remove(id);
    }

    @Test
    void isMadeAnewOfWhatOwnersHaveWhileItIsRead() {
        var before = IntStream.range(0, 30).mapToObj(_ -> freshId()).toList();
        before.forEach(each ->
                ARTICLES.put(each, whole(article(each, "Kept " + word, "body").build())));
        happens(published(article(id, "Gone unnoticed " + word, "body"), 1));
        await().untilAsserted(() -> assertThat(found(word)).contains(id));

        catalogue.renew();

        await().untilAsserted(() -> {
            var found = search(request -> request.setQ(word).setPageSize(100)).getHitsList();
            assertThat(found).extracting(hit -> hit.getId()).containsExactlyInAnyOrderElementsOf(before);
        });
        before.forEach(ARTICLES::remove);
    }

    @Test
    void findsTheSameWhateverComesLateOrTwice() {
        var told = new ArrayList<Message>();
        var titles = new ArrayList<String>();
        for (int number = 0; number < MANY; number++) {
            tellOfArticle(told, titles, number);
            tellOfLive(told, titles, number);
        }
        told.addAll(told.subList(0, told.size() / 2));
        Collections.shuffle(told, new Random(20));
        told.forEach(this::happens);
        // the last of their topics
        var after = freshWord();
        happens(published(article(freshId(), after, "body"), 1));
        happens(created(live(freshId(), 1, after)));
        await().until(() -> found(after).size() == 2);

        await().untilAsserted(() -> assertThat(shown()).containsExactlyInAnyOrderElementsOf(titles));
        catalogue.renew();
        await().until(() -> !catalogue.isBuilding());
        await().untilAsserted(() -> assertThat(shown()).containsExactlyInAnyOrderElementsOf(titles));
        List.of(ARTICLES, LIVES).forEach(Map::clear);
    }

    /** Three versions, and one in four is recalled. */
    private void tellOfArticle(List<Message> told, List<String> titles, int number) {
        var each = freshId();
        told.add(published(article(each, title("article", number, 1), "body"), 1));
        for (int version = 2; version <= LAST; version++) {
            told.add(ArticleUpdated.newBuilder()
                    .setArticleId(each)
                    .setVersion(version)
                    .setArticle(article(each, title("article", number, version), "body"))
                    .build());
        }
        if (number % 4 == 0) {
            told.add(ArticleRecalled.newBuilder()
                    .setArticleId(each)
                    .setVersion(LAST + 1)
                    .build());
        } else {
            var title = title("article", number, LAST);
            titles.add(title);
            ARTICLES.put(
                    each,
                    WholeArticle.newBuilder()
                            .setArticle(article(each, title, "body"))
                            .setVersion(LAST)
                            .build());
        }
    }

    /** The same of a live. */
    private void tellOfLive(List<Message> told, List<String> titles, int number) {
        var each = freshId();
        told.add(created(live(each, 1, title("live", number, 1))));
        for (int version = 2; version <= LAST; version++) {
            told.add(LiveUpdated.newBuilder()
                    .setLiveId(each)
                    .setVersion(version)
                    .setLive(live(each, version, title("live", number, version)))
                    .build());
        }
        if (number % 4 == 1) {
            told.add(LiveDeleted.newBuilder()
                    .setLiveId(each)
                    .setVersion(LAST + 1)
                    .build());
        } else {
            var title = title("live", number, LAST);
            titles.add(title);
            LIVES.put(each, live(each, LAST, title));
        }
    }

    private String title(String what, int number, int version) {
        return "%s %s %d %d".formatted(word, what, number, version);
    }

    private List<String> shown() {
        return search(request -> request.setQ(word).setPageSize(100)).getHitsList().stream()
                .map(SearchHit::getTitle)
                .toList();
    }

    private static Live live(String id, long version, String title) {
        return Live.newBuilder()
                .setId(id)
                .setVersion(version)
                .setTitle(title)
                .setContentText("content")
                .setPublishTime(Timestamps.of(minutesAgo(1)))
                .build();
    }

    private static LiveCreated created(Live live) {
        return LiveCreated.newBuilder()
                .setLiveId(live.getId())
                .setVersion(live.getVersion())
                .setLive(live)
                .build();
    }

    static WholeArticle whole(Article article) {
        return WholeArticle.newBuilder().setArticle(article).setVersion(1).build();
    }

    private static ArticlePublished published(Article.Builder article, long version) {
        return ArticlePublished.newBuilder()
                .setArticleId(article.getId())
                .setVersion(version)
                .setArticle(article)
                .build();
    }
}
