package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.thirdparty.LocalWeb;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** When feeds are polled, by whom, and what is left alone. */
class FeedPollingIT extends FeedTest {
    private static final FeedProperties OFTEN =
            new FeedProperties(true, Duration.ofMillis(50), 8, 2, Duration.ofMinutes(1), Duration.ofHours(6));

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
        List<FeedPolling> replicas = List.of(replica(OFTEN), replica(OFTEN));

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
        FeedPolling polling = replica(OFTEN);

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

    private int polled() {
        return jdbc.sql("select count(*) from feed_source where last_poll_time is not null")
                .query(Integer.class)
                .single();
    }
}
