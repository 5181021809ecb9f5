package news.platform.thirdparty.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import news.platform.persistence.Instants;
import news.platform.test.TestClock;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.feed.RegisterFeeds.NewFeed;
import news.platform.thirdparty.item.Target;
import news.platform.work.task.Jobs;
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
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    final LocalWeb web = new LocalWeb();
    final String name = "Paper " + UUID.randomUUID();

    @BeforeEach
    void forgetTheFeedsOfOtherTests() {
        jdbc.sql("truncate feed_source, platform.task").update();
    }

    @AfterEach
    void close() {
        web.close();
    }

    String address(String path) {
        return web.uri(path).toString();
    }

    FeedSource source(String path) {
        return source(path, Target.ARTICLES);
    }

    FeedSource source(String path, Target target) {
        return register.create(UUID.randomUUID().toString(), address(path), new NewFeed("global", target, name, 0));
    }

    FeedSource poll(FeedSource source) {
        assertThat(jobs.run(PollFeed.KIND, source.id(), source.host())).isTrue();
        return sources.find(source.id()).orElseThrow();
    }

    /** Which are to be polled by now. */
    List<String> due() {
        return jdbc.sql("select key from platform.task where due_time <= :now order by due_time")
                .param("now", Instants.parameter(clock.instant()))
                .query(String.class)
                .list();
    }

    /** How many versions of items there are of the feeds of this test. */
    int published() {
        return jdbc.sql("select coalesce(sum(i.version), 0) from feed_item i join feed_source s on s.id = i.origin")
                .query(Integer.class)
                .single();
    }
}
