package news.platform.notification.purchase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When whose memberships end, as entitlement-service told last; of those that end at all. */
@Component
public final class Memberships {
    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These, by plan, are all that a user has. */
    void replace(String userId, Map<String, Instant> ends) {
        jdbc.sql("""
                        with gone as (
                            delete from membership where user_id = :user and plan <> all (:plans))
                        insert into membership (user_id, plan, end_time)
                        select :user, m.plan, m.end_time
                          from unnest(:plans::text[], :ends::timestamptz[]) m (plan, end_time)
                        on conflict (user_id, plan) do update set end_time = excluded.end_time""")
                .param("user", userId)
                .param("plans", ends.keySet().toArray(String[]::new))
                .param("ends", ends.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    /** Empty where it is no more, or never ends. */
    Optional<Instant> end(String userId, String plan) {
        return jdbc.sql("select end_time from membership where user_id = :user and plan = :plan")
                .param("user", userId)
                .param("plan", plan)
                .query((row, _) -> Instants.of(row, "end_time"))
                .optional();
    }

    /** All of a user's. */
    public void remove(String userId) {
        jdbc.sql("delete from membership where user_id = :user")
                .param("user", userId)
                .update();
    }

    void clear() {
        jdbc.sql("delete from membership").update();
    }
}
