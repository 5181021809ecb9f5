package news.platform.gateway.hot;

import static news.platform.gateway.hot.EventSource.PUBLISHED;
import static news.platform.gateway.hot.EventSource.RECALLED;
import static news.platform.gateway.hot.EventSource.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import news.platform.gateway.hot.Client.Got;
import news.platform.test.store.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Feeds as the contract has them. Long ages, so that only an event can be why something changes. */
@HotTest
@TestPropertySource(
        properties = {
            "news.policy.file=src/test/resources/policies/long-ages.properties",
        })
class HotFeedsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TestKafka kafka;

    private Client client;
    private EventSource events;

    @BeforeEach
    void connect() {
        client = new Client(port);
        EventSource.awaitReaders(meters);
        events = new EventSource(kafka);
        // the topics appear with their first event, and are read from their beginning
        newsroom.publish("ready", "Old");
        client.get("/rss/ready.xml");
        for (String[] event : new String[][] {{UPDATED, "ready"}, {"news.user.user.updated.v1", "author-of-ready"}}) {
            String title = "New " + System.nanoTime();
            newsroom.publish("ready", title);
            shows(event[0], event[1], "ready", got -> got.body().contains(title));
        }
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void answersReadersWhoHaveItWithoutACall() {
        newsroom.publish("known-1", "Rates unchanged");
        Got first = client.get("/rss/known.xml", "Accept", "application/rss+xml, application/xml;q=0.5");

        for (int i = 0; i < 50; i++) {
            Got again = client.get("/rss/known.xml", "If-None-Match", first.header("ETag"));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/rss+xml;charset=utf-8");
        assertThat(first.header("Cache-Control")).contains("public", "max-age=");
        assertThat(newsroom.feedCalls("known")).isOne();
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        newsroom.publish("head-1", "Rates unchanged");
        Got got = client.get("/rss/head.xml");

        Got head = client.send("HEAD", "/rss/head.xml");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Content-Type", "Content-Length", "Cache-Control"}) {
            assertThat(head.header(name)).as(name).isNotEmpty().isEqualTo(got.header(name));
        }
        assertThat(newsroom.feedCalls("head")).isOne();
    }

    @Test
    void refusesWhoTakesNoneOfItsTypes() {
        newsroom.publish("types-1", "Rates unchanged");

        Got refused = client.get("/rss/types.xml", "Accept", "application/json");

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.body()).contains("application/rss+xml or application/xml or text/xml");
        assertThat(newsroom.feedCalls("types")).isZero();
    }

    @Test
    void knowsNoOtherChannel() {
        Got got = client.get("/rss/nothing.xml");

        assertThat(got.status()).isEqualTo(404);
        assertThat(got.body()).contains("CHANNEL_NOT_FOUND");
        assertThat(client.get("/rss/nothing").status()).isEqualTo(404);
    }

    @Test
    void showsWhatIsPublishedAndChangedWithItsEvent() {
        newsroom.publish("news-1", "First");
        String tag = client.get("/rss/news.xml").header("ETag");

        newsroom.publish("news-2", "Second");
        shows(PUBLISHED, "news-2", "news", got -> got.body().contains("Second"));
        assertThat(client.get("/rss/news.xml", "If-None-Match", tag).status()).isEqualTo(200);

        newsroom.publish("news-1", "Corrected");
        shows(UPDATED, "news-1", "news", got -> got.body().contains("Corrected"));
        // into a channel that did not show it
        newsroom.publish("news-3", "Moved");
        shows(UPDATED, "news-3", "news", got -> got.body().contains("Moved"));
        newsroom.publish("news-1", "By a new name");
        shows("news.user.user.updated.v1", "author-of-news-1", "news", got -> got.body()
                .contains("By a new name"));
    }

    @Test
    void forgetsWhatWasRecalledOrBecamePaidEvenWhenTheServiceIsDown() {
        for (String event : new String[] {RECALLED, UPDATED}) {
            String channel = event.equals(RECALLED) ? "gone" : "paid";
            newsroom.publish(channel + "-1", "A mistake");
            assertThat(client.get("/rss/" + channel + ".xml").body()).contains("A mistake");
            newsroom.fail("rss-" + channel, Status.Code.UNAVAILABLE);

            shows(event, channel + "-1", channel, got -> got.status() == 503);

            assertThat(client.get("/rss/" + channel + ".xml").body()).doesNotContain("A mistake");
        }
    }

    /** What the event shows once it has arrived. It is told once: one that came late would purge all feeds again. */
    private void shows(String event, String subject, String channel, Predicate<Got> what) {
        events.happens(event, subject);
        await().atMost(30, TimeUnit.SECONDS)
                .pollDelay(Duration.ZERO)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> what.test(client.get("/rss/" + channel + ".xml")));
    }
}
