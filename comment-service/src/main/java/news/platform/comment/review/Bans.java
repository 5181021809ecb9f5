package news.platform.comment.review;

import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may not write for a while. */
@Component
public final class Bans {
    private final JdbcClient jdbc;

    Bans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when somebody may not write; empty where they may. */
    public Optional<Instant> until(String userId, Instant now) {
        return jdbc.sql("select until from ban where user_id = :user and until > :now")
                .param("user", userId)
                .param("now", Instants.parameter(now))
                .query((row, _) -> Instants.of(row, "until"))
                .optional();
    }

    /** Bans somebody until then, or longer where that was so already; which of this user's bans it is. */
    public long ban(String userId, Instant until, String reason) {
        return jdbc.sql("""
                        insert into ban (user_id, until, reason, version) values (:user, :until, :reason, 1)
                        on conflict (user_id) do update
                           set until = greatest(ban.until, excluded.until),
                               reason = excluded.reason,
                               version = ban.version + 1
                        returning version""")
                .param("user", userId)
                .param("until", Instants.parameter(until))
                .param("reason", reason)
                .query(Long.class)
                .single();
    }
}
