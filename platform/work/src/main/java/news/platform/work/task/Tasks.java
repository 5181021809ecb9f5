package news.platform.work.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of timers and jobs. */
final class Tasks {
    /**
     * How long a handler may wait for a lock: less than PostgreSQL's deadlock_timeout. A handler holds its task and may want its
     * subject, whoever changes the subject holds that and may want the task: it is the handler that gives way, and tries
     * again.
     */
    static final String GIVE_WAY = "set_config('lock_timeout', '500ms', true)";

    /**
     * The transaction does not wait for the disk. What a crash of the database takes back is a claim, which is then made once more;
     * the effect of a job comes later and waits, for its claim as well.
     */
    static final String SOON_DURABLE = "set_config('synchronous_commit', 'off', true)";

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it down, in place of what is there. */
    void put(String kind, String key, String lane, Instant due) {
        jdbc.sql("""
                        insert into platform.task (kind, key, lane, due_time) values (:kind, :key, :lane, :due)
                        on conflict (kind, key) do update set lane = :lane, due_time = :due, attempt = 0,
                          claim = gen_random_uuid(), lease_until = null, failure = null, park_time = null""")
                .param("kind", kind)
                .param("key", key)
                .param("lane", lane)
                .param("due", Instants.parameter(due))
                .update();
    }

    /** Writes it down where nothing is there. */
    boolean add(String kind, String key, String lane, Instant due) {
        return jdbc.sql("""
                        insert into platform.task (kind, key, lane, due_time) values (:kind, :key, :lane, :due)
                        on conflict (kind, key) do nothing""")
                        .param("kind", kind)
                        .param("key", key)
                        .param("lane", lane)
                        .param("due", Instants.parameter(due))
                        .update()
                == 1;
    }

    boolean remove(String kind, String key) {
        return jdbc.sql("delete from platform.task where kind = :kind and key = :key")
                        .param("kind", kind)
                        .param("key", key)
                        .update()
                == 1;
    }

    /**
     * Ends the first that is due, for as long as the transaction lasts: it is back where that is rolled back, and nobody else
     * sees it meanwhile.
     *
     * @param after where to begin, by due time: what is before was taken just now, or is somebody else's
     */
    Optional<Task> take(String kind, Instant after, Instant now) {
        return jdbc.sql("""
                        with due as materialized (
                          select kind, key from platform.task
                          where kind = :kind and park_time is null and due_time between :after and :now
                          order by due_time, key limit 1
                          for update skip locked)
                        delete from platform.task t using due where t.kind = due.kind and t.key = due.key
                        returning\s""" + columns("t.attempt + 1 as attempt") + ", " + GIVE_WAY)
                .param("kind", kind)
                .param("after", Instants.parameter(after))
                .param("now", Instants.parameter(now))
                .query(Tasks::task)
                .optional();
    }

    /** Puts it off after a failed attempt, where that still is the present one. */
    void postpone(Task task, String failure, Instant next) {
        failed(task, failure, "due_time = :time", next);
    }

    /** Gives it up after a failed attempt, where that still is the present one, until somebody schedules it anew. */
    void park(Task task, String failure, Instant now) {
        failed(task, failure, "park_time = :time", now);
    }

    private void failed(Task task, String failure, String change, Instant time) {
        jdbc.sql("update platform.task set attempt = :attempt, failure = :failure, lease_until = null, " + change
                        + " where kind = :kind and key = :key and claim = :claim")
                .param("kind", task.kind())
                .param("key", task.key())
                .param("claim", task.claim())
                .param("attempt", task.attempt())
                .param("failure", failure)
                .param("time", Instants.parameter(time))
                .update();
    }

    Outlook outlook(String kind, Instant now) {
        return jdbc.sql("""
                        select
                          (select due_time from platform.task where kind = :kind and park_time is null
                           order by due_time, key limit 1) as first_time,
                          (select due_time from platform.task where kind = :kind and park_time is null and due_time > :now
                           order by due_time, key limit 1) as next_time,
                          exists (select from platform.task where kind = :kind and park_time is null and due_time <= :now
                                     and (lease_until is null or lease_until <= :now)) as waiting,
                          (select count(*) from platform.task where kind = :kind and park_time is not null) as parked""")
                .param("kind", kind)
                .param("now", Instants.parameter(now))
                .query((row, _) -> new Outlook(
                        Instants.optional(row, "first_time"),
                        Instants.optional(row, "next_time"),
                        row.getBoolean("waiting"),
                        row.getLong("parked")))
                .single();
    }

    /** What {@link #task} reads of a task as t. */
    static String columns(String attempt) {
        return "t.kind, t.key, t.due_time, " + attempt + ", t.claim";
    }

    static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getString("kind"),
                row.getString("key"),
                Instants.of(row, "due_time"),
                row.getInt("attempt"),
                row.getObject("claim", UUID.class));
    }
}
