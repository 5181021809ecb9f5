package news.platform.work.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is at which job: a lease on its row, so that replicas share the work and none does it twice. */
final class Claims {
    private static final String FREE =
            "park_time is null and due_time <= :now and (lease_until is null or lease_until <= :now)";
    private static final String FIRST = """
            with claimed as materialized (
              select key from platform.task where kind = :kind and %s
              order by due_time, key limit :limit
              for update skip locked)
            """.formatted(FREE);
    /** No more of a lane than may be at once. */
    private static final String FIRST_OF_LANES = """
            with due as (
              select key, lane, row_number() over (partition by lane order by due_time, key) as nth
              from platform.task where kind = :kind and %1$s),
            busy as (
              select lane, count(*) as jobs from platform.task where kind = :kind and lease_until > :now group by lane),
            claimed as materialized (
              select t.key
              from platform.task t join due using (key) left join busy on busy.lane = due.lane
              where t.kind = :kind and %1$s and (due.lane = '' or due.nth + coalesce(busy.jobs, 0) <= :perLane)
              order by t.due_time, t.key limit :limit
              for update of t skip locked)
            """.formatted(FREE);

    private static final String CLAIM = """
            update platform.task t set attempt = t.attempt + 1, claim = gen_random_uuid(), lease_until = :until
            from claimed where t.kind = :kind and t.key = claimed.key
            returning\s""" + Tasks.columns("t.attempt") + ", " + Tasks.SOON_DURABLE;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims jobs that are due, the longest due first. */
    List<Task> due(Job<?> job, int limit, Instant now) {
        boolean lanes = job.perLane() < Integer.MAX_VALUE;
        var claim = jdbc.sql((lanes ? FIRST_OF_LANES : FIRST) + CLAIM)
                .param("kind", job.kind())
                .param("now", Instants.parameter(now))
                .param("until", Instants.parameter(now.plus(job.lease())))
                .param("limit", limit);
        return (lanes ? claim.param("perLane", job.perLane()) : claim)
                .query(Tasks::task)
                .list();
    }

    /** Claims this one, due or not, scheduled or not; empty while somebody is at it. */
    Optional<Task> one(Job<?> job, String key, String lane, Instant now) {
        return jdbc.sql("""
                        insert into platform.task as t (kind, key, lane, due_time, attempt, lease_until)
                        values (:kind, :key, :lane, :now, 1, :until)
                        on conflict (kind, key) do update set due_time = :now, attempt = 1, claim = gen_random_uuid(),
                          lease_until = :until, park_time = null
                        where t.lease_until is null or t.lease_until <= :now
                        returning\s""" + Tasks.columns("t.attempt"))
                .param("kind", job.kind())
                .param("key", key)
                .param("lane", lane)
                .param("now", Instants.parameter(now))
                .param("until", Instants.parameter(now.plus(job.lease())))
                .query(Tasks::task)
                .optional();
    }

    /** Ends the job, in the transaction of its effect; false where it is somebody else's by now, or nobody's. */
    boolean end(Task task) {
        return jdbc.sql("""
                        delete from platform.task where kind = :kind and key = :key and claim = :claim
                        returning\s""" + Tasks.GIVE_WAY)
                .param("kind", task.kind())
                .param("key", task.key())
                .param("claim", task.claim())
                .query(String.class)
                .optional()
                .isPresent();
    }
}
