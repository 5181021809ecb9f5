package news.platform.livenews.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.livenews.LivenewsServiceTest;
import news.platform.test.Replicas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

class LiveTailIT extends LivenewsServiceTest {
    @Autowired
    private LiveLog liveLog;

    @Autowired
    private Replicas replicas;

    @Autowired
    private MeterRegistry meters;

    /** A client that alternates between two replicas sees one gapless sequence. */
    @Test
    void tellsTheSameInEveryReplica() {
        try (var replica = replicas.another();
                var both = new Followers()) {
            var elsewhere =
                    both.channel(replica.getBean(GrpcServerLifecycle.class).getPort(), "livenews-service");
            var start = liveLog.end();
            var here = both.follow(callee.anonymous(), start);
            var there = both.follow(elsewhere, start);

            for (var number = 0; number < 20; number++) {
                published(flash());
            }

            var expected = sequences(start);
            assertThat(expected).hasSize(20);
            await().untilAsserted(() -> assertThat(here).isEqualTo(expected));
            await().untilAsserted(() -> assertThat(there).isEqualTo(expected));
            var middle = expected.get(9);
            var resumed = both.follow(elsewhere, middle);
            await().untilAsserted(() -> assertThat(resumed).isEqualTo(expected.subList(10, 20)));
        }
    }

    @Test
    void goesOnWhereItWasAfterItsConnectionsWereLost() {
        try (var followers = new Followers()) {
            var start = liveLog.end();
            var here = followers.follow(callee.anonymous(), start);
            published(flash());
            await().untilAsserted(() -> assertThat(here).hasSize(1));

            jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%live log'"
                            + " and datname = current_database()")
                    .query(Boolean.class)
                    .list();
            IntStream.range(0, 5).forEach(_ -> published(flash()));

            await().untilAsserted(() -> assertThat(here).hasSize(6).isEqualTo(sequences(start)));
        }
    }

    /** Entries that nobody was notified of. */
    @Test
    void findsWhatItWasNotNotifiedOf() {
        try (var followers = new Followers()) {
            var start = liveLog.end();
            var here = followers.follow(callee.anonymous(), start);

            append("");

            await().untilAsserted(() -> assertThat(here).hasSize(1).isEqualTo(sequences(start)));
        }
    }

    /** By who follows and by who looks back. */
    @Test
    void leavesOutWhatCannotBeReadAndGoesOn() {
        try (var followers = new Followers()) {
            var start = liveLog.end();
            var here = followers.follow(callee.anonymous(), start);

            append("no live");
            published(flash());

            var readable = sequences(start).subList(1, 2);
            await().untilAsserted(() -> assertThat(here).isEqualTo(readable));
            var later = followers.follow(callee.anonymous(), start);
            await().untilAsserted(() -> assertThat(later).isEqualTo(readable));
            assertThat(meters.counter("news.livenews.log.unreadable").count()).isGreaterThanOrEqualTo(2);
        }
    }

    /** Past the service, which would notify. */
    private void append(String live) {
        jdbc.sql("""
                        with e as (update live_log_end set sequence = sequence + 1 returning sequence)
                        insert into live_log (sequence, event, live_id, live, channel_ids, importance, symbols)
                        select sequence, 'live.deleted', 'some', :live, '{}', 1, '{}' from e""").param("live", live.getBytes(StandardCharsets.UTF_8)).update();
    }

    private List<Long> sequences(long after) {
        return jdbc.sql("select sequence from live_log where sequence > ? order by sequence")
                .param(after)
                .query(Long.class)
                .list();
    }
}
