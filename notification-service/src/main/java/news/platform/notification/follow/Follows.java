package news.platform.notification.follow;

import java.time.Instant;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows what. What comes late changes nothing. */
@Component
final class Follows {
    private final JdbcClient jdbc;

    Follows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Follow follow, long version) {
        jdbc.sql("""
                        insert into follow (follow_id, user_id, target, version)
                        values (:id, :user, :target, :version)
                        on conflict (follow_id) do update
                           set version = excluded.version, end_time = null
                         where follow.version < excluded.version""")
                .param("id", follow.id())
                .param("user", follow.userId())
                .param("target", follow.target())
                .param("version", version)
                .update();
    }

    void end(String id, long version, Instant now) {
        jdbc.sql("update follow set version = :version, end_time = :now where follow_id = :id and version < :version")
                .param("id", id)
                .param("version", version)
                .param("now", Instants.parameter(now))
                .update();
    }

    void clear() {
        jdbc.sql("delete from follow").update();
    }

    /** @param target {@code symbols/AAPL} */
    record Follow(String id, String userId, String target) {}
}
