package news.platform.user.mark;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often something is bookmarked. Who bookmarks adds a change and touches no row that others touch; changes become counts
 * later, each once. Times are the database's, so that replicas agree.
 */
@Component
final class BookmarkCounts {
    private final JdbcClient jdbc;

    BookmarkCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One bookmark more. */
    void came(Target target) {
        jdbc.sql("insert into bookmark_change (target, delta) values (:target, 1)")
                .param("target", target.toString())
                .update();
    }

    /** One bookmark less for each of them. */
    void went(List<Target> targets) {
        jdbc.sql("insert into bookmark_change (target, delta) select unnest(:targets), -1")
                .param("targets", targets.stream().map(Target::toString).toArray(String[]::new))
                .update();
    }

    /** Whether the current transaction is the only one that counts, until it ends. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('bookmark_count'))")
                .query(Boolean.class)
                .single();
    }

    /** The new counts of what changed, but for what was counted less than a second ago. */
    List<BookmarkCount> count(int limit) {
        return jdbc.sql("""
                        with due as (
                            select distinct target from bookmark_change change
                             where not exists (
                                 select from bookmark_count counted
                                  where counted.target = change.target
                                    and counted.count_time > now() - interval '1 second')
                             limit :limit),
                        taken as (
                            delete from bookmark_change change using due
                             where change.target = due.target
                            returning change.target, change.delta)
                        insert into bookmark_count as counted (target, count, count_time)
                        select target, sum(delta), now() from taken group by target
                        on conflict (target) do update
                           set count = counted.count + excluded.count,
                               version = excluded.version,
                               count_time = excluded.count_time
                        returning target, count, version""")
                .param("limit", limit)
                .query((row, _) -> new BookmarkCount(
                        Target.of(row.getString("target")), row.getLong("count"), row.getLong("version")))
                .list();
    }

    /**
     * A count.
     *
     * @param version rises with each count of the target
     */
    record BookmarkCount(Target target, long count, long version) {}
}
