package news.platform.notification.purchase;

import java.time.Instant;
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

    void put(String userId, String plan, Instant end) {
        jdbc.sql("insert into membership (user_id, plan, end_time) values (:user, :plan, :end)")
                .param("user", userId)
                .param("plan", plan)
                .param("end", Instants.parameter(end))
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
