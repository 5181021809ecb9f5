package news.platform.comment.reaction;

import java.time.Instant;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who likes what, each thing once. */
@Component
final class Reactions {
    private final JdbcClient jdbc;

    Reactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the user liked it already. */
    boolean add(String target, String userId, Instant now) {
        return jdbc.sql("""
                        insert into reaction (target, user_id, create_time) values (:target, :user, :now)
                        on conflict (target, user_id) do nothing""")
                        .param("target", target)
                        .param("user", userId)
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** False where the user did not like it. */
    boolean remove(String target, String userId) {
        return jdbc.sql("delete from reaction where target = :target and user_id = :user")
                        .param("target", target)
                        .param("user", userId)
                        .update()
                == 1;
    }
}
