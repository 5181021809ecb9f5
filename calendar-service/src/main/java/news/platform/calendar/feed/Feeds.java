package news.platform.calendar.feed;

import java.time.Instant;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of users' own calendars in the database, of which only digests are there. */
@Component
public final class Feeds {
    private final JdbcClient jdbc;

    Feeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of the one before. */
    void put(String userId, String digest, Instant now) {
        jdbc.sql("""
                        insert into calendar_feed (user_id, digest, create_time) values (:user, :digest, :now)
                        on conflict (user_id) do update
                            set digest = excluded.digest, create_time = excluded.create_time""")
                .param("user", userId)
                .param("digest", digest)
                .param("now", Instants.parameter(now))
                .update();
    }

    Optional<String> owner(String digest) {
        return jdbc.sql("select user_id from calendar_feed where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .optional();
    }

    /** The one of a user. */
    public void remove(String userId) {
        jdbc.sql("delete from calendar_feed where user_id = :user")
                .param("user", userId)
                .update();
    }
}
