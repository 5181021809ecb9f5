package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.persistence.IdSource;
import news.platform.test.TestClock;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.ReceivedItems;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.FeedItemReceived;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThirdpartyTest
class FeedPollingIT {

    @Autowired
    private RegisterFeeds register;

    @Autowired
    private JdbcFeedSources sources;

    @Autowired
    private JdbcPolls polls;

    @Autowired
    private PollFeed pollFeed;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private final LocalWeb web = new LocalWeb();
    private final String name = "Paper " + UUID.randomUUID();

    @BeforeEach
    void forgetTheFeedsOfOtherTests() {
        jdbc.sql("delete from feed_source").update();
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void announcesEachNewItemOnce() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("2", "Two"), Rss.item("1", "One"), Rss.item("1", "One")));
        FeedSource source = source("/feed");

        poll(source);
        FeedSource after = poll(source);

        assertThat(after.health().itemCount()).isEqualTo(2);
        assertThat(events(2)).extracting(FeedItemReceived::getTitle).containsExactlyInAnyOrder("One", "Two");
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

        assertThat(events(3)).extracting(FeedItemReceived::getTitle).containsExactlyInAnyOrder("One", "Two", "Three");
        assertThat(events(3)).extracting(FeedItemReceived::getUri).doesNotHaveDuplicates();
        assertThat(after.health().itemCount()).isEqualTo(3);
        assertThat(published()).isEqualTo(3);
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

        FeedItemReceived event = events(1).getFirst();

        assertThat(event.getUri()).isEqualTo("g");
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

        List<FeedItemReceived> events = events(2);

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
        assertThat(events(1).getFirst().getPublishTime().getSeconds())
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 60);
    }

    @Test
    void asksOnlyForWhatChangedAndWaitsItsInterval() {
        web.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                LocalWeb.send(exchange, 200, "text/xml", Rss.feed("x", Rss.item("1", "One")));
            }
        });
        FeedSource source = source("/feed");

        assertThat(poll(source).health().lastOutcome()).isEqualTo("OK");
        FeedSource.Health health = poll(source).health();

        assertThat(health.lastOutcome()).isEqualTo("NOT_MODIFIED");
        assertThat(health.itemCount()).isEqualTo(1);
        assertThat(Duration.between(health.lastPollTime(), health.nextPollTime()))
                .isBetween(Duration.ofSeconds(300), Duration.ofSeconds(306));
    }

    @Test
    void backsOffFromAFeedThatFailsUntilItRecovers() {
        FeedSource source = source("/feed");

        poll(source);
        FeedSource.Health twice = poll(source).health();
        web.body("/feed", "text/xml", Rss.feed("x"));
        FeedSource.Health recovered = poll(source).health();

        assertThat(twice.lastOutcome()).isEqualTo("HTTP_STATUS");
        assertThat(twice.lastError()).isEqualTo("status 404");
        assertThat(twice.failures()).isEqualTo(2);
        assertThat(Duration.between(twice.lastPollTime(), twice.nextPollTime()))
                .isBetween(Duration.ofSeconds(600), Duration.ofSeconds(750));
        assertThat(recovered.failures()).isZero();
        assertThat(recovered.lastError()).isEmpty();
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsks() {
        web.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7200");
            exchange.sendResponseHeaders(429, -1);
        });

        FeedSource.Health health = poll(source("/feed")).health();

        assertThat(Duration.between(health.lastPollTime(), health.nextPollTime()))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void leavesNoTraceWhenTheClaimWasLost() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        FeedSource source = source("/feed");
        Claim late = polls.claim(source.id()).orElseThrow();
        clock.advance(Duration.ofMinutes(2));
        Claim other = polls.claim(source.id()).orElseThrow();

        pollFeed.poll(late);

        assertThat(published()).isZero();
        assertThat(sources.find(source.id()).orElseThrow().health().lastPollTime())
                .isNull();
        assertThat(polls.hold(other)).isPresent();
    }

    @Test
    void claimsNoMoreOfAHostThanMayBePolledAtOnce() {
        IntStream.range(0, 5).forEach(i -> source("/many" + i));

        assertThat(polls.claimDue(10)).hasSize(2);
        assertThat(polls.claimDue(10)).isEmpty();
    }

    @Test
    void claimsNeitherPausedNorUndueSources() {
        jdbc.sql("update feed_source set state = 'PAUSED' where id = :id")
                .param("id", source("/paused").id())
                .update();
        poll(source("/undue"));

        assertThat(polls.claimDue(10)).isEmpty();
    }

    @Test
    void sharesTheWorkAmongReplicasAndPollsNothingTwice() {
        int feeds = 30;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        for (int i = 0; i < feeds; i++) {
            String path = "/shared" + i;
            web.on(path, exchange -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                LocalWeb.send(exchange, 200, "text/xml", Rss.feed("x", Rss.item(path, path)));
                atOnce.decrementAndGet();
            });
            source(path);
        }
        List<FeedPolling> replicas = List.of(replica(), replica());

        replicas.forEach(FeedPolling::start);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> polled() == feeds);
        replicas.forEach(FeedPolling::stop);

        assertThat(IntStream.range(0, feeds).map(i -> web.hits("/shared" + i))).containsOnly(1);
        assertThat(published()).isEqualTo(feeds);
        assertThat(mostAtOnce).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void pollsOnWhileAFeedHangs() {
        CountDownLatch released = new CountDownLatch(1);
        web.on("/hangs", exchange -> await(released, exchange));
        web.body("/fine", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        FeedSource hanging = source("/hangs");
        FeedSource fine = source("/fine");
        FeedPolling polling = replica();

        polling.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> polled() == 2);
        polling.stop();
        released.countDown();

        assertThat(sources.find(fine.id()).orElseThrow().health().lastOutcome()).isEqualTo("OK");
        assertThat(sources.find(hanging.id()).orElseThrow().health().lastOutcome())
                .isEqualTo("TIMEOUT");
    }

    private static void await(CountDownLatch latch, HttpExchange exchange) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FeedPolling replica() {
        FeedProperties properties =
                new FeedProperties(true, Duration.ofMillis(50), 8, 2, Duration.ofMinutes(1), Duration.ofHours(6));
        JdbcPolls own = new JdbcPolls(jdbc, ids, clock, properties);
        return new FeedPolling(own, pollFeed, properties, ObservationRegistry.NOOP);
    }

    private FeedSource source(String path) {
        var request =
                CreateFeedSourceRequest.newBuilder().setChannelId("global").setName(name);
        return register.create(web.uri(path).toString(), request.build());
    }

    private FeedSource poll(FeedSource source) {
        pollFeed.poll(polls.claim(source.id()).orElseThrow());
        return sources.find(source.id()).orElseThrow();
    }

    private int polled() {
        return jdbc.sql("select count(*) from feed_source where last_poll_time is not null")
                .query(Integer.class)
                .single();
    }

    private int published() {
        return jdbc.sql("select coalesce(sum(i.version), 0) from feed_item i join feed_source s on s.id = i.origin")
                .query(Integer.class)
                .single();
    }

    private List<FeedItemReceived> events(int expected) {
        return ReceivedItems.matching(expected, event -> event.getSourceName().equals(name));
    }
}
