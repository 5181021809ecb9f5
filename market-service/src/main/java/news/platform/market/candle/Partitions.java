package news.platform.market.candle;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of months that candles lie in; those of sessions lie in one, for good. */
@Component
final class Partitions {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu_MM");

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else makes any: two at once would both find that one is missing. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('candle-partitions')) is null")
                .query(Boolean.class)
                .single();
    }

    /** Makes it, unless it is there. */
    void make(Interval interval, YearMonth month) {
        jdbc.sql(
                        "create table if not exists %1$s_%2$s partition of %1$s for values from ('%3$s-01 00:00Z') to ('%4$s-01 00:00Z')"
                                .formatted(table(interval), MONTH.format(month), month, month.plusMonths(1)))
                .update();
    }

    /** Those of the months before this one. */
    List<String> before(Interval interval, YearMonth month) {
        return jdbc.sql("""
                        select relid::regclass::text from pg_partition_tree(cast(:table as regclass))
                         where isleaf and relid::regclass::text < :oldest""")
                .param("table", table(interval))
                .param("oldest", table(interval) + "_" + MONTH.format(month))
                .query(String.class)
                .list();
    }

    void drop(String partition) {
        jdbc.sql("drop table " + partition).update();
    }

    private static String table(Interval interval) {
        return "candle_" + interval.word();
    }
}
