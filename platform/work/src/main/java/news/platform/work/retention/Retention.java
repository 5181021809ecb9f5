package news.platform.work.retention;

import java.time.Clock;
import java.util.List;
import news.platform.persistence.Instants;
import news.platform.persistence.RetentionRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies the {@link RetentionRule}s. Several replicas may do so at once: they delete what is there. */
final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<RetentionRule> rules;

    Retention(JdbcClient jdbc, Clock clock, List<RetentionRule> rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
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
