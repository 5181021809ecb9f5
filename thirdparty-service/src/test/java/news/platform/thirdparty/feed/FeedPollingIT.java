package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.feed.FeedSource.State;
import news.platform.thirdparty.feed.RegisterFeeds.FeedPatch;
import org.junit.jupiter.api.Test;

/** When feeds are polled, by whom, and what is left alone. */
class FeedPollingIT extends FeedTest {
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
    void leavesNoTraceWhereItIsRemovedMeanwhile() {
        FeedSource source = source("/feed");
        web.on("/feed", exchange -> {
            register.delete(source.id());
            LocalWeb.send(exchange, 200, "text/xml", Rss.feed("x", Rss.item("1", "One")));
        });

        jobs.run(PollFeed.KIND, source.id(), source.host());

        assertThat(jdbc.sql("select count(*) from feed_item where origin = :id")
                        .param("id", source.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isToBePolledWhenItIsDueUnlessItIsPaused() {
        FeedSource paused = source("/paused");
        FeedSource polled = source("/polled");
        FeedSource fresh = source("/fresh");

        register.update(paused.id(), "", patch(State.PAUSED));
        poll(polled);

        assertThat(due()).containsExactly(fresh.id());
        clock.advance(Duration.ofHours(1));
        register.update(paused.id(), "", patch(State.ACTIVE));
        assertThat(due()).containsExactlyInAnyOrder(fresh.id(), paused.id(), polled.id());
    }

    private static FeedPatch patch(State state) {
        return new FeedPatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state));
    }
}
