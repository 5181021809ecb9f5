package news.platform.content.feed;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.content.ContentServiceTest;
import news.platform.content.v1.Article;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.ArticleUpdated;
import news.platform.content.v1.ListArticleRevisionsRequest;
import news.platform.content.v1.ListArticlesRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.UpdateArticleRequest;
import news.platform.messaging.Outbox;
import news.platform.persistence.RetentionRule;
import news.platform.thirdparty.v1.FeedItemReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FeedItemsIT extends ContentServiceTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<RetentionRule> rules;

    private final String tag = freshTag();
    private final String itemId = UUID.randomUUID().toString();

    @Test
    void publishesNewItem() {
        send(item(1).addBylines("Ann Outside").addChannelIds("forex").addChannelIds("nowhere"));

        var article = arrived();

        assertThat(article.getTitle()).isEqualTo("Version 1");
        assertThat(article.getPublishTime().getSeconds()).isEqualTo(1_700_000_000);
        assertThat(article.getAuthors(0).getDisplayName()).isEqualTo("Ann Outside");
        assertThat(article.getAuthors(0).getId()).isEmpty();
        assertThat(article.getChannelIdsList()).containsExactly("forex");
        assertThat(article.getSourceName()).isEqualTo("Wire");
        assertThat(article.getSourceUrl()).isEqualTo("https://wire.example/1");
        await().untilAsserted(() -> assertThat(events.facts(article.getId())).containsExactly("published 1"));
    }

    @Test
    void replacesTheWordsByThoseOfLaterVersion() {
        send(item(1));
        var first = arrived();

        send(item(2).setTitle("Version 2").setPublishTime(Timestamp.newBuilder().setSeconds(1_800_000_000)));

        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("Version 2"));
        assertThat(arrived().getId()).isEqualTo(first.getId());
        assertThat(arrived().getPublishTime()).isEqualTo(first.getPublishTime());
        await().untilAsserted(
                        () -> assertThat(events.facts(first.getId())).containsExactly("published 1", "updated 2"));
    }

    @Test
    void makesNoVersionOfAnItemThatSaysNothingNew() {
        send(item(1));
        var first = arrived();

        send(item(2).setTitle("Version 1").setBodyHtml("<p>Body 1</p>"));
        awaitVersion(2);

        assertThat(arrived()).isEqualTo(first);
    }

    @Test
    void ignoresVersionThatComesLate() {
        send(item(3).setTitle("Version 3"));
        var article = arrived();

        send(item(2).setTitle("Version 2"));
        send(item(4).setTitle("Version 4"));

        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("Version 4"));
        assertThat(editor().listArticleRevisions(ListArticleRevisionsRequest.newBuilder()
                                .setArticleId(article.getId())
                                .build())
                        .getRevisionsList())
                .extracting(revision -> revision.getTitle())
                .containsExactly("Version 4", "Version 3");
    }

    @Test
    void recallsWhatTheSourceWithdrewAndNeverBringsItBack() {
        send(item(1));
        var article = arrived();

        send(item(2).setWithdrawn(true));
        send(item(3));

        await().untilAsserted(() -> assertRefused("ARTICLE_RECALLED", () -> read(anyone(), article.getId())));
        awaitVersion(3);
        assertRefused("ARTICLE_RECALLED", () -> read(anyone(), article.getId()));
        assertThat(listed()).isEmpty();
    }

    @Test
    void makesNoArticleOfItemWithdrawnBeforeItWasSeen() {
        send(item(2).setWithdrawn(true));
        awaitVersion(2);

        send(item(1));
        send(item(3).setWithdrawn(true));

        awaitVersion(3);
        assertThat(listed()).isEmpty();
    }

    @Test
    void knowsItsArticleHoweverLongNothingWasHeardOfIt() {
        send(item(1));
        var article = arrived();
        age();

        send(item(2).setTitle("Version 2"));
        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("Version 2"));
        assertThat(arrived().getId()).isEqualTo(article.getId());
        age();

        send(item(3).setWithdrawn(true));
        await().untilAsserted(() -> assertRefused("ARTICLE_RECALLED", () -> read(anyone(), article.getId())));
    }

    @Test
    void takesTimeToComeForNow() {
        send(item(1).setPublishTime(
                        Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + 86_400)));

        assertThat(arrived().getPublishTime().getSeconds())
                .isBetween(Instant.now().getEpochSecond() - 30, Instant.now().getEpochSecond());
    }

    @Test
    void leavesToEditorsWhatIsTheirs() {
        send(item(1));
        var article = arrived();
        editor().updateArticle(UpdateArticleRequest.newBuilder()
                .setArticleId(article.getId())
                .setArticle(ArticleChange.newBuilder().setPremium(true))
                .build());
        send(item(2).setTitle("Version 2"));
        await().untilAsserted(() -> assertThat(arrived().getTitle()).isEqualTo("Version 2"));
        assertThat(arrived().getPremium()).isTrue();

        editor().recallArticle(RecallArticleRequest.newBuilder()
                .setArticleId(article.getId())
                .build());
        send(item(3));

        awaitVersion(3);
        assertRefused("ARTICLE_RECALLED", () -> read(anyone(), article.getId()));
    }

    @Test
    void showsNoMoreInTheSummaryOfPremiumItemThanInItsPreview() {
        var open = "Open to all. ".repeat(10);
        var text = open + "PAID words. ".repeat(24);
        var item = item(1).setSummary(text.substring(0, 390) + "…").setBodyHtml("<p>" + text + "</p>");
        send(item);
        var id = arrived().getId();
        assertThat(arrived().getSummary()).contains("PAID");

        var premium = editor().updateArticle(UpdateArticleRequest.newBuilder()
                        .setArticleId(id)
                        .setArticle(ArticleChange.newBuilder().setPremium(true))
                        .build())
                .getArticle();
        send(item.setVersion(2));
        awaitVersion(2);

        assertThat(premium.getSummary()).isEqualTo(open.strip());
        assertThat(arrived().getSummary()).isEqualTo(open.strip());
        assertThat(read(anyone(), id).getSummary()).isEqualTo(open.strip());
        assertThat(read(anyone(), id).getEtag()).isEqualTo(premium.getEtag());
        await().untilAsserted(() -> assertThat(events.of(ArticleUpdated.getDefaultInstance(), id))
                .singleElement()
                .satisfies(
                        updated -> assertThat(updated.getArticle().getSummary()).isEqualTo(open.strip())));
    }

    private FeedItemReceived.Builder item(long version) {
        return FeedItemReceived.newBuilder()
                .setFeedItemId(itemId)
                .setVersion(version)
                .setUri("urn:wire:1")
                .setTitle("Version " + version)
                .setSummary("Summary")
                .setBodyHtml("<p>Body " + version + "</p>")
                .setLang("en")
                .setUrl("https://wire.example/1")
                .setPublishTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .addTags(tag)
                .setSourceName("Wire");
    }

    private void send(FeedItemReceived.Builder item) {
        transaction.executeWithoutResult(status -> outbox.publish(item.build()));
    }

    private Article arrived() {
        await().untilAsserted(() -> assertThat(listed()).hasSize(1));
        return listed().getFirst();
    }

    private List<Article> listed() {
        return anyone().listArticles(
                        ListArticlesRequest.newBuilder().setTag(tag).build())
                .getArticlesList();
    }

    /** Nine years pass, and every rule of retention with them. */
    private void age() {
        jdbc.sql("update feed_item set update_time = update_time - interval '9 years' where id = ?")
                .param(itemId)
                .update();
        rules.stream().filter(rule -> rule.table().equals("feed_item")).forEach(rule -> jdbc.sql(
                        "delete from feed_item old where old.%s < now() - interval '%d seconds' and (%s)"
                                .formatted(rule.timeColumn(), rule.keep().toSeconds(), rule.condition()))
                .update());
    }

    private void awaitVersion(long version) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select version from feed_item where id = ?")
                        .param(itemId)
                        .query(Long.class)
                        .optional())
                .contains(version));
    }
}
