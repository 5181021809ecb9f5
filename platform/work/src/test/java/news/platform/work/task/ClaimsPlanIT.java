package news.platform.work.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import news.platform.persistence.Instants;
import news.platform.test.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ClaimsPlanIT {
    private static final Pattern PAGES = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("delete from platform.task where kind = 'plan'").update();
    }

    @Test
    void aClaimReadsNoMoreOfALaneThanItTakes() {
        jdbc.sql("""
                        insert into platform.task (kind, key, lane, due_time)
                        select 'plan', 'old-' || n, 'backlog', now() - n * interval '1 second' from generate_series(1, 20000) n
                        union all select 'plan', 'later-' || n, 'lane-' || n, now() + interval '1 hour' from generate_series(1, 20) n
                        union all select 'plan', 'new', 'urgent', now()""").update();
        jdbc.sql("vacuum analyze platform.task").update();

        int pages = claim();

        assertThat(jdbc.sql("select key from platform.task where kind = 'plan' and lease_until is not null")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("old-20000", "old-19999", "new");
        assertThat(pages).isPositive().isLessThan(300);
    }

    /** How many pages the database touches for it, by its own account. */
    private int claim() {
        var plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers) " + Claims.OF_LANES)
                        .param("kind", "plan")
                        .param("now", Instants.parameter(Instant.now().plusSeconds(1)))
                        .param("until", Instants.parameter(Instant.now().plusSeconds(60)))
                        .param("limit", 10)
                        .param("perLane", 2)
                        .query(String.class)
                        .list());
        var matcher = PAGES.matcher(plan);
        assertThat(matcher.find()).as(plan).isTrue();
        return Integer.parseInt(matcher.group(1)) + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }
}
