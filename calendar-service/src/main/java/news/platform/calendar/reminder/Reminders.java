package news.platform.calendar.reminder;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reminders in the database. */
@Component
public final class Reminders {
    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a user; until the transaction ends no other ones are added. */
    int lockedCount(String userId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('reminder/' || :user, 0)) is null")
                .param("user", userId)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select count(*) from reminder where user_id = :user")
                .param("user", userId)
                .query(Integer.class)
                .single();
    }

    /** One with the same lead stays as it is, told or not. */
    void put(String userId, String releaseId, int leadMinutes) {
        jdbc.sql("""
                        insert into reminder as known (user_id, release_id, lead_minutes) values (:user, :release, :lead)
                        on conflict (user_id, release_id) do update set lead_minutes = excluded.lead_minutes, told_move = -1
                            where known.lead_minutes <> excluded.lead_minutes""")
                .param("user", userId)
                .param("release", releaseId)
                .param("lead", leadMinutes)
                .update();
    }

    void remove(String userId, String releaseId) {
        jdbc.sql("delete from reminder where user_id = :user and release_id = :release")
                .param("user", userId)
                .param("release", releaseId)
                .update();
    }

    /** All of a user. */
    public void removeAll(String userId) {
        jdbc.sql("delete from reminder where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** How long before a release users are reminded of it. */
    List<Integer> leads(String releaseId) {
        return jdbc.sql("select distinct lead_minutes from reminder where release_id = :release")
                .param("release", releaseId)
                .query(Integer.class)
                .list();
    }

    /** Some of those who are to be told of this move of the release and were not; told by now. */
    List<String> take(String releaseId, int leadMinutes, int move, int limit) {
        return jdbc.sql("""
                        update reminder set told_move = :move
                         where release_id = :release and user_id in (
                            select user_id from reminder
                             where release_id = :release and lead_minutes = :lead and told_move < :move
                             order by user_id limit :limit for update)
                        returning user_id""")
                .param("release", releaseId)
                .param("lead", leadMinutes)
                .param("move", move)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
