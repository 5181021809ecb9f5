package news.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies the {@link RetentionRule}s. Several replicas may do so at once: they delete what is there. */
final class Retention implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<RetentionRule> rules;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("retention").factory());

    Retention(JdbcClient jdbc, Clock clock, List<RetentionRule> rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    /** Starts the round, at a random moment so that replicas do not go together. */
    void start() {
        long every = EVERY.toMillis();
        long first = ThreadLocalRandom.current().nextLong(every);
        scheduler.scheduleAtFixedRate(this::applyAll, first, every, TimeUnit.MILLISECONDS);
    }

    /** One round, now. A rule that fails is logged and does not keep the others. */
    void applyAll() {
        for (RetentionRule rule : rules) {
            try {
                apply(rule);
            } catch (DataAccessException e) {
                log.warn("rows of {} not deleted, next round will: {}", rule.table(), e.getMessage());
            }
        }
    }

    @Override
    public void destroy() {
        scheduler.shutdownNow();
    }

    private void apply(RetentionRule rule) {
        String sql =
                "delete from %1$s where ctid in (select old.ctid from %1$s old where old.%2$s < :oldest and (%3$s) limit %4$d)"
                        .formatted(rule.table(), rule.timeColumn(), rule.condition(), BATCH);
        int deleted;
        do {
            deleted = jdbc.sql(sql)
                    .param("oldest", Instants.parameter(clock.instant().minus(rule.keep())))
                    .update();
        } while (deleted == BATCH);
    }
}
