package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedTarget;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the items that a poll brings. */
class PolledItemsIT extends FeedTest {
    @Autowired
    private SentEvents sent;

    @Test
    void announcesEachNewItemOnce() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("2", "Two"), Rss.item("1", "One"), Rss.item("1", "One")));
        FeedSource source = source("/feed");

        poll(source);
        FeedSource after = poll(source);

        assertThat(after.health().itemCount()).isEqualTo(2);
        assertThat(events()).extracting(FeedItemReceived::getTitle).containsExactlyInAnyOrder("One", "Two");
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void announcesAllThatShareAGuidAndEachOnce() {
        FeedSource source = source("/feed");
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        poll(source);
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "Two"), Rss.item("1", "One")));
        poll(source);
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "Three"), Rss.item("1", "Two")));
        FeedSource after = poll(source);
        poll(source);

        assertThat(events()).extracting(FeedItemReceived::getTitle).containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(events()).extracting(FeedItemReceived::getUri).doesNotHaveDuplicates();
        assertThat(after.health().itemCount()).isEqualTo(3);
        assertThat(published()).isEqualTo(3);
    }

    @Test
    void saysWhatTheItemsOfASourceBecome() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        poll(source("/feed", Target.LIVES));

        assertThat(events()).extracting(FeedItemReceived::getTarget).containsExactly(FeedTarget.FEED_TARGET_LIVES);
    }

    @Test
    void fillsTheEventFromTheItem() {
        web.body("/feed", "text/xml", Rss.feed("x", """
                <item><guid isPermaLink="false">g</guid><title>Q &amp;amp; A</title><link>/a?b=c</link><dc:creator
                 xmlns:dc="http://purl.org/dc/elements/1.1/">Ann</dc:creator><category>economy</category>
                <description>&lt;p onclick="x"&gt;Body &lt;a href="/more"&gt;more&lt;/a&gt;&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description>
                <pubDate>Sat, 07 Sep 2002 00:00:01 GMT</pubDate>
                <enclosure url="https://p.example/1.jpg" type="image/jpeg" length="1"/></item>"""));
        poll(source("/feed"));

        FeedItemReceived event = events().getFirst();

        assertThat(event.getUri()).isEqualTo("g");
        assertThat(event.getTarget()).isEqualTo(FeedTarget.FEED_TARGET_ARTICLES);
        assertThat(event.getTitle()).isEqualTo("Q & A");
        assertThat(event.getUrl()).isEqualTo(web.uri("/a?b=c").toString());
        assertThat(event.getSummary()).isEqualTo("Body more");
        // this test's host is none that readers may be sent to
        assertThat(event.getBodyHtml()).isEqualTo("<p>Body more</p>");
        assertThat(event.getPublishTime().getSeconds())
                .isEqualTo(Instant.parse("2002-09-07T00:00:01Z").getEpochSecond());
        assertThat(event.getBylinesList()).containsExactly("Ann");
        assertThat(event.getTagsList()).containsExactly("economy");
        assertThat(event.getChannelIdsList()).containsExactly("global");
        assertThat(event.getCoverUrl()).isEqualTo("https://p.example/1.jpg");
        assertThat(event.getSourceName()).isEqualTo(name);
    }

    @Test
    void announcesChangedContentAsANewVersion() {
        FeedSource source = source("/feed");
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "Before")));
        poll(source);
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "After")));
        FeedSource after = poll(source);

        List<FeedItemReceived> events = events();

        assertThat(events).extracting(FeedItemReceived::getTitle).containsExactly("Before", "After");
        assertThat(events).extracting(FeedItemReceived::getVersion).containsExactly(1L, 2L);
        assertThat(events)
                .extracting(FeedItemReceived::getFeedItemId)
                .containsOnly(events.getFirst().getFeedItemId());
        assertThat(after.health().itemCount()).isEqualTo(1);
    }

    @Test
    void takesTheTimeOfArrivalForADateThatMakesNoSenseAndKeepsIt() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "One", "<pubDate>yesterday-ish</pubDate>")));
        FeedSource source = source("/feed");

        FeedSource first = poll(source);
        clock.advance(Duration.ofHours(1));
        poll(source);

        assertThat(first.health().lastError()).contains("1 of 1 items without a date");
        assertThat(published()).isEqualTo(1);
        assertThat(events().getFirst().getPublishTime().getSeconds())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 60);
    }

    private List<FeedItemReceived> events() {
        return sent.of(FeedItemReceived.getDefaultInstance()).stream()
                .filter(event -> event.getSourceName().equals(name))
                .toList();
    }
}
