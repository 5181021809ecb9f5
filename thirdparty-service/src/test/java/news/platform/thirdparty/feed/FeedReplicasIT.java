package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.platform.test.Replicas;
import news.platform.thirdparty.LocalWeb;
import news.platform.work.Round;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Feeds that are polled when they are due. */
@TestPropertySource(properties = {"news.work.enabled=true", "news.work.poll=50ms"})
class FeedReplicasIT extends FeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Replicas replicas;

    @Autowired
    private Round feedJobs;

    @Test
    void shareTheWorkPollNothingTwiceAndSpareTheHost() {
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
        }
        try (var _ = replicas.another()) {
            IntStream.range(0, feeds).forEach(i -> source("/shared" + i));

            await().atMost(PATIENCE).until(() -> polled() == feeds);
        }

        assertThat(IntStream.range(0, feeds).map(i -> web.hits("/shared" + i))).containsOnly(1);
        assertThat(published()).isEqualTo(feeds);
        // two polls, and two that have their answer but are not counted down yet
        assertThat(mostAtOnce).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void areNotHeldUpByOneThatHangs() {
        CountDownLatch released = new CountDownLatch(1);
        web.on("/hangs", _ -> hang(released));
        web.body("/fine", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        FeedSource hanging = source("/hangs");
        FeedSource fine = source("/fine");

        await().atMost(PATIENCE).until(() -> polled() == 2);
        released.countDown();

        assertThat(sources.find(fine.id()).orElseThrow().health().lastOutcome()).isEqualTo("OK");
        assertThat(sources.find(hanging.id()).orElseThrow().health().lastOutcome())
                .isEqualTo("TIMEOUT");
    }

    @Test
    void areFoundWhereABuildWithoutJobsRegisteredThem() {
        web.body("/feed", "text/xml", Rss.feed("x", Rss.item("1", "One")));
        jdbc.sql("""
                        insert into feed_source (id, url, host, channel_id, name, interval_seconds, state, create_time,
                          next_poll_time)
                        values ('old', :url, '127.0.0.1', 'global', 'Old', 300, 'ACTIVE', now(), now())""").param("url", address("/feed")).update();

        feedJobs.wake();

        await().atMost(PATIENCE).until(() -> polled() == 1);
    }

    private static void hang(CountDownLatch latch) {
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
