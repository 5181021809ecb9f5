package news.platform.content.syndication;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.List;
import news.platform.content.v1.ArticleChange;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.ScheduleArticleRequest;
import news.platform.proto.Timestamps;
import news.platform.test.TestClock;
import news.platform.test.grpc.ServiceTwin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in a channel's feeds, and what does not. */
class SyndicationIT extends SyndicationTest {
    private static final String BODY = "<p>" + "Open to all. ".repeat(30) + "</p><p>PAID one.</p><p>PAID two.</p>";

    @Test
    void showsTheNewestFirst() {
        var first = published(inChannel()).getId();
        var second = published(inChannel()).getId();
        var below = published(story().clearChannelIds().addChannelIds(channel(channel)))
                .getId();
        draft(inChannel());

        assertThat(rss(channel).getArticleIdsList()).containsExactly(below, second, first);
        for (var feed : feeds()) {
            assertThat(feed.indexOf(below)).isPositive().isLessThan(feed.indexOf(second));
            assertThat(feed.indexOf(second)).isLessThan(feed.indexOf(first));
        }
    }

    @Test
    void makesTheSameBytesOfTheSameArticles() {
        published(inChannel());
        published(inChannel());

        assertThat(feeds()).isEqualTo(feeds());
    }

    @Test
    void showsNothingBeforeItsTime(@Autowired TestClock clock) {
        var id = draft(inChannel()).getId();
        editor().scheduleArticle(ScheduleArticleRequest.newBuilder()
                .setArticleId(id)
                .setPublishTime(Timestamps.of(clock.instant().plusSeconds(3600)))
                .build());

        assertThat(feeds()).noneMatch(feed -> feed.contains(id));
    }

    @Test
    void showsNoRecalledArticle() {
        var id = published(inChannel()).getId();
        assertThat(feeds()).allMatch(feed -> feed.contains(id));

        editor().recallArticle(
                        RecallArticleRequest.newBuilder().setArticleId(id).build());

        assertThat(rss(channel).getArticleIdsList()).isEmpty();
        assertThat(feeds()).noneMatch(feed -> feed.contains(id));
    }

    @Test
    void keepsTheIdOfAnArticleForGood() {
        var id = published(inChannel().setTitle("Before")).getId();

        change(id, ArticleChange.newBuilder().setTitle("After"));

        assertThat(feeds())
                .allMatch(feed -> feed.contains("After") && feed.contains("urn:uuid:" + id))
                .noneMatch(feed -> feed.contains("Before"));
    }

    @Test
    void showsNobodyWhatIsPaidFor() {
        published(inChannel().setBodyHtml(BODY).setPremium(true));
        var later = published(inChannel().setBodyHtml(BODY)).getId();
        assertThat(feeds()).allMatch(feed -> feed.contains("PAID two."));

        change(later, ArticleChange.newBuilder().setPremium(true));

        assertThat(feeds()).allMatch(feed -> feed.contains("Open to all.")).noneMatch(feed -> feed.contains("PAID"));
        assertThat(feedsForAnEditor()).isEqualTo(feeds());
    }

    @Test
    void trustsNoPreviewThatWasCutByAnotherRule() {
        var id = published(inChannel().setBodyHtml(BODY).setPremium(true)).getId();
        jdbc.sql("update article set preview_html = body_html, preview_rule = '1' where id = ?")
                .param(id)
                .update();

        assertThat(feeds()).allMatch(feed -> feed.contains("Open to all.")).noneMatch(feed -> feed.contains("PAID"));
    }

    @Test
    void leavesALongBodyToThePage() {
        published(
                inChannel().setBodyHtml("<p>" + "Long. ".repeat(4000) + "</p>").setSummary("In short."));

        assertThat(feeds()).allMatch(feed -> feed.contains("In short.")).noneMatch(feed -> feed.contains("Long."));
    }

    @Test
    void namesTheUsersOfABylineWhileTheyAreKnown() {
        var ann = users.registered("Ann Reader");
        published(inChannel().addAuthorIds(ann));

        assertThat(rss(channel).getAuthorIdsList()).containsExactly(ann);
        assertThat(feeds()).allMatch(feed -> feed.contains("Ann Reader"));

        var ben = users.registered("Ben Writer");
        published(inChannel().addAuthorIds(ben));
        users.is(ServiceTwin.Mood.DOWN);

        assertThat(rss(channel).getAuthorIdsList()).containsExactly(ben, ann);
        assertThat(feeds()).noneMatch(feed -> feed.contains("\"\""));
    }

    @Test
    void showsAnEmptyChannel() {
        assertThat(feeds()).allMatch(feed -> feed.contains(channel));
    }

    @Test
    void refusesAChannelThatThereIsNot() {
        for (var unknown : List.of("nothing", "Märkte", "../etc", "%", "global.xml")) {
            assertRefused(Status.Code.NOT_FOUND, "CHANNEL_NOT_FOUND", () -> rss(unknown));
        }
        assertInvalid(() -> rss("x".repeat(41)), "channel");
    }
}
