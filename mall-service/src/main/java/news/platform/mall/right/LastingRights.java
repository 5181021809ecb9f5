package news.platform.mall.right;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open to users for good, in the database, as entitlement-service last told it. */
@Component
public final class LastingRights {
    private final JdbcClient jdbc;

    LastingRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether all of these scopes are open to a user now and stay so. */
    public boolean cover(String userId, Collection<String> scopes, Instant now) {
        var open = Set.copyOf(jdbc.sql("""
                        select scope from lasting_right
                         where user_id = :user and (scope = any (:scopes) or scope = :everything)
                           and from_time <= :now""")
                .param("user", userId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("everything", LastingRight.EVERYTHING)
                .param("now", Instants.parameter(now))
                .query(String.class)
                .list());
        return open.contains(LastingRight.EVERYTHING) || open.containsAll(scopes);
    }

    /** Takes a state over, unless a newer one is there; in the transaction of its caller. */
    void told(String userId, long version, List<LastingRight> rights) {
        int newer =
                jdbc.sql("""
                        insert into right_holder (user_id, version) values (:user, :version)
                        on conflict (user_id) do update set version = excluded.version
                         where right_holder.version < excluded.version""").param("user", userId).param("version", version).update();
        if (newer == 0) {
            return;
        }
        jdbc.sql("delete from lasting_right where user_id = :user")
                .param("user", userId)
                .update();
        jdbc.sql("""
                        insert into lasting_right (user_id, scope, from_time)
                        select :user, scope, min(from_time)
                          from unnest(:scopes, cast(:from as timestamptz[])) as told (scope, from_time)
                         group by scope""")
                .param("user", userId)
                .param("scopes", rights.stream().map(LastingRight::scope).toArray(String[]::new))
                .param(
                        "from",
                        rights.stream().map(right -> right.from().toString()).toArray(String[]::new))
                .update();
    }

    /** Forgets all. */
    void forget() {
        List.of("lasting_right", "right_holder")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
