package news.platform.work.task;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.test.PlatformTest;
import news.platform.test.Replicas;
import news.platform.test.TestClock;
import news.platform.work.WorkApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service with work to do, and nothing done yet. Three attempts, so that parking is not far. */
@PlatformTest(
        classes = WorkApplication.class,
        properties = {"news.work.attempts=3", "news.work.poll=100ms"})
abstract class TaskTest {
    static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Agenda agenda;

    @Autowired
    Effects effects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Replicas replicas;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void forget() {
        jdbc.sql("truncate platform.task, effect").update();
        WorkHandlers.CALLS.set(0);
    }

    /** What failed, as it stands there. */
    record Row(int attempt, @Nullable String failure, boolean parked) {}

    List<Row> rows(String kind, String key) {
        return jdbc.sql("select attempt, failure, park_time is not null as parked from platform.task"
                        + " where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query(Row.class)
                .list();
    }

    static List<String> keys(String name, int count) {
        return IntStream.range(1000, 1000 + count)
                .mapToObj(number -> name + number)
                .toList();
    }

    void scheduleAll(String kind, List<String> keys, Instant due) {
        transaction.executeWithoutResult(_ -> keys.forEach(key -> agenda.schedule(kind, key, due)));
    }

    /** Ends the sessions of those who are at a task. */
    void killWhoeverIsAtIt() {
        jdbc.sql("""
                        select pg_terminate_backend(pid, 10000) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and (state = 'idle in transaction' or state = 'active' and query like '%platform.task%')""").query().listOfRows();
    }
}
