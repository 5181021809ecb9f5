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
    /**
     * No more of a lane than may be at once. Of each lane only so many are read, from lane to lane by the index, however many are due: a lane
     * with a backlog makes no claim dear. A few more are looked at than are claimed, for others who claim at the same time.
     */
    private static final String FIRST_OF_LANES = """
            with recursive lanes (lane) as (
              (select lane from platform.task where kind = :kind and park_time is null order by lane limit 1)
              union all
              select (select t.lane from platform.task t
                       where t.kind = :kind and t.park_time is null and t.lane > lanes.lane order by t.lane limit 1)
              from lanes where lanes.lane is not null),
            busy as (
              select lane, count(*) as jobs from platform.task where kind = :kind and lease_until > :now group by lane),
            due as (
              select first.key
              from lanes left join busy using (lane) cross join lateral (
                select key, due_time from platform.task t where t.kind = :kind and t.lane = lanes.lane and %1$s
                order by due_time, key
                limit case lanes.lane when '' then 4 * :limit else greatest(0, :perLane - coalesce(busy.jobs, 0)) end) first
              order by first.due_time, first.key limit 4 * :limit),
            claimed as materialized (
              select key from platform.task
              where kind = :kind and key = any (array(select key from due)) and %1$s
              order by due_time, key limit :limit
              for update skip locked)
            """.formatted(FREE);

    private static final String CLAIM = """
            update platform.task t set attempt = t.attempt + 1, claim = gen_random_uuid(), lease_until = :until
            from claimed where t.kind = :kind and t.key = claimed.key
            returning\s""" + Tasks.columns("t.attempt") + ", " + Tasks.SOON_DURABLE;

    static final String OF_LANES = FIRST_OF_LANES + CLAIM;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims jobs that are due, the longest due first. */
    List<Task> due(Job<?> job, int limit, Instant now) {
        boolean lanes = job.perLane() < Integer.MAX_VALUE;
        var claim = jdbc.sql(lanes ? OF_LANES : FIRST + CLAIM)
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
