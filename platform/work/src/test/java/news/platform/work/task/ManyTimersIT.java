package news.platform.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import news.platform.persistence.Instants;
import org.junit.jupiter.api.Test;

/**
 * Many timers, due within a time in which two replicas can just about fire them: 10,000, or as many as {@code
 * -Dnews.test.timers=100000} says. Sessions of both are killed on the way, then one replica.
 */
class ManyTimersIT extends TaskTest {
    private static final int MANY = Integer.getInteger("news.test.timers", 10_000);
    private static final int PER_SECOND = 1700;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void haveEachItsEffectOnceWhateverIsKilled() throws SQLException {
        var other = replicas.another();
        schedule();
        agenda.schedule("plain", "bad", clock.instant());
        var cancelled = keys("cancelled", 100);
        cancelled.forEach(key -> assertThat(agenda.cancel("plain", key)).isTrue());

        for (int share : List.of(5, 4, 3)) {
            await().atMost(PATIENCE).until(() -> effects.count("plain") >= MANY / share);
            killWhoeverIsAtIt();
        }
        other.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
        other.close();
        await().atMost(PATIENCE).until(() -> effects.count("plain") >= MANY);

        assertThat(effects.count("plain")).isEqualTo(MANY);
        assertThat(jdbc.sql("select count(distinct key) from effect where key like 'many%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
        assertThat(rows("plain", "bad").getFirst().failure()).contains("bad for ever");
        tell();
    }

    private void schedule() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local statement_timeout = '1min'").update();
            insert();
        });
    }

    private void insert() {
        jdbc.sql("""
                        insert into platform.task (kind, key, due_time)
                        select 'plain', 'many' || n, :now + random() * make_interval(secs => :seconds)
                        from generate_series(1, :many) n
                        union all
                        select 'plain', 'cancelled' || n, :now + interval '3 seconds' from generate_series(1000, 1099) n""")
                .param("now", Instants.parameter(clock.instant()))
                .param("seconds", (double) MANY / PER_SECOND)
                .param("many", MANY)
                .update();
    }

    private void tell() {
        jdbc.sql("""
                        select count(*) as timers, extract(epoch from max(done_time) - min(done_time)) as seconds,
                          round(count(*) / extract(epoch from max(done_time) - min(done_time))) as per_second
                        from effect""").query().listOfRows().forEach(row -> System.out.println("fired " + row));
    }
}
