package news.platform.thirdparty.feed;

import io.micrometer.observation.ObservationRegistry;
import java.util.UUID;
import news.platform.persistence.IdSource;
import news.platform.test.TestClock;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.ThirdpartyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A web of feeds, none of which is known yet. */
@ThirdpartyTest
abstract class FeedTest {
    @Autowired
    RegisterFeeds register;

    @Autowired
    FeedSources sources;

    @Autowired
    Polls polls;

    @Autowired
    PollFeed pollFeed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdSource ids;

    @Autowired
    TestClock clock;

    final LocalWeb web = new LocalWeb();
    final String name = "Paper " + UUID.randomUUID();

    @BeforeEach
    void forgetTheFeedsOfOtherTests() {
        jdbc.sql("delete from feed_source").update();
    }

    @AfterEach
    void close() {
        web.close();
    }

    String address(String path) {
        return web.uri(path).toString();
    }

    FeedSource source(String path) {
        return register.create(UUID.randomUUID().toString(), address(path), "global", name, 0);
    }

    FeedSource poll(FeedSource source) {
        pollFeed.poll(polls.claim(source.id()).orElseThrow());
        return sources.find(source.id()).orElseThrow();
    }

    /** One more process that polls. */
    FeedPolling replica(FeedProperties properties) {
        var own = new Polls(jdbc, ids, clock, properties);
        return new FeedPolling(own, pollFeed, properties, ObservationRegistry.NOOP);
    }

    /** How many versions of items there are of the feeds of this test. */
    int published() {
        return jdbc.sql("select coalesce(sum(i.version), 0) from feed_item i join feed_source s on s.id = i.origin")
                .query(Integer.class)
                .single();
    }
}
