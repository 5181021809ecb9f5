package news.platform.work.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns the changes of one kind into counts, in one replica at a time. Times are the database's, so that replicas agree. */
final class Counting {
    private static final int BATCH = 500;

    private final Tally tally;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Counting(Tally tally, JdbcClient jdbc, TransactionTemplate transaction) {
        this.tally = tally;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Counts all that is due. */
    void run() {
        int counted;
        do {
            counted = batch();
        } while (counted == BATCH);
    }

    private int batch() {
        return hasChanges() ? counted() : 0;
    }

    /** Mostly nothing has changed, which one look says. */
    private boolean hasChanges() {
        return jdbc.sql("select exists (select from platform.tally_change where kind = :kind)")
                .param("kind", tally.kind())
                .query(Boolean.class)
                .single();
    }

    private int counted() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!lock()) {
                return 0;
            }
            var counts = count();
            if (!counts.isEmpty()) {
                tally.counted(counts);
            }
            return counts.size();
        }));
    }

    /** Whether the current transaction is the only one that counts this kind, until it ends. */
    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('platform.tally ' || :kind))")
                .param("kind", tally.kind())
                .query(Boolean.class)
                .single();
    }

    /** The new counts of what changed, but for what was counted less than a second ago. */
    private List<Count> count() {
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        var versions = new HashMap<String, Long>();
        jdbc.sql("""
                        with due as (
                            select distinct key from platform.tally_change change
                             where kind = :kind
                               and not exists (
                                   select from platform.tally counted
                                    where counted.kind = :kind
                                      and counted.key = change.key
                                      and counted.count_time > now() - interval '1 second')
                             limit :limit),
                        numbered as materialized (
                            select key, nextval('platform.tally_version') as version from due),
                        taken as (
                            delete from platform.tally_change change using numbered
                             where change.kind = :kind and change.key = numbered.key
                            returning change.key, change.measure, change.delta, numbered.version),
                        counted as (
                            insert into platform.tally as t (kind, key, measure, count, version, count_time)
                            select :kind, key, measure, sum(delta), version, now()
                              from taken group by key, measure, version
                            on conflict (kind, key, measure) do update
                               set count = t.count + excluded.count,
                                   version = excluded.version,
                                   count_time = excluded.count_time
                            returning key, measure, count, version)
                        select key, measure, count, version from counted
                        union all
                        select t.key, t.measure, t.count, numbered.version
                          from platform.tally t join numbered on numbered.key = t.key
                         where t.kind = :kind
                           and not exists (
                               select from counted where counted.key = t.key and counted.measure = t.measure)
                        order by key""").param("kind", tally.kind()).param("limit", BATCH).query(row -> {
            var key = row.getString("key");
            versions.put(key, row.getLong("version"));
            counts.computeIfAbsent(key, _ -> new HashMap<>()).put(row.getString("measure"), row.getLong("count"));
        });
        var all = new ArrayList<Count>();
        counts.forEach((key, measures) -> all.add(new Count(key, measures, Objects.requireNonNull(versions.get(key)))));
        return all;
    }
}
