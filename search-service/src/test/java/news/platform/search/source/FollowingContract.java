package news.platform.search.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.content.v1.WholeArticle;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.proto.Timestamps;
import news.platform.search.SearchServiceTest;
import news.platform.test.grpc.ServiceTwin.Mood;
import org.junit.jupiter.api.Test;

/** How what happens is found, whichever engine finds. */
public abstract class FollowingContract extends SearchServiceTest {
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
