package news.platform.ranking.follow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who follows what, as user-service tells. */
@Component
public final class Follows {
    private final JdbcClient jdbc;

    Follows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that a user follows. */
    public Following of(String userId) {
        var byType = new HashMap<String, Set<String>>();
        jdbc.sql("select type, id from follow where user_id = :user")
                .param("user", userId)
                .query(row -> {
                    byType.computeIfAbsent(row.getString("type"), _ -> new HashSet<>())
                            .add(row.getString("id"));
                });
        return Following.of(byType);
    }

    void add(String followId, String userId, String type, String id) {
        jdbc.sql("""
                        insert into follow (follow_id, user_id, type, id) values (:follow, :user, :type, :id)
                        on conflict do nothing""")
                .param("follow", followId)
                .param("user", userId)
                .param("type", type)
                .param("id", id)
                .update();
    }

    void remove(String followId) {
        jdbc.sql("delete from follow where follow_id = :follow")
                .param("follow", followId)
                .update();
    }

    void clear() {
        jdbc.sql("delete from follow").update();
    }
}
