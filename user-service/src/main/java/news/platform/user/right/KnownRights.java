package news.platform.user.right;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.platform.persistence.Instants;
import news.platform.security.Right;
import news.platform.security.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open to users, in the database, as entitlement-service last told it: when everything is and when anything is. */
@Component
public final class KnownRights {
    private final JdbcClient jdbc;

    KnownRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is open to a user at some time from now on; of some rights not what. */
    public Rights of(String userId, Instant now) {
        return jdbc.sql("""
                        select h.version, r.everything, r.from_time, r.until_time
                          from right_holder h
                          left join user_right r
                            on r.user_id = h.user_id and (r.until_time is null or r.until_time > :now)
                         where h.user_id = :user""")
                .param("user", userId)
                .param("now", Instants.parameter(now))
                .query(rows -> {
                    long version = 0;
                    var rights = new ArrayList<Right>();
                    while (rows.next()) {
                        version = rows.getLong("version");
                        boolean everything = rows.getBoolean("everything");
                        if (!rows.wasNull()) {
                            rights.add(new Right(
                                    everything ? Set.of(Right.EVERYTHING) : Set.of(),
                                    Instants.optional(rows, "from_time").orElse(null),
                                    Instants.optional(rows, "until_time").orElse(null)));
                        }
                    }
                    return new Rights(version, rights);
                });
    }

    /** Takes a state over, unless a newer one is there; in the transaction of its caller. */
    void told(String userId, Rights rights) {
        int newer = jdbc.sql("""
                        insert into right_holder (user_id, version) values (:user, :version)
                        on conflict (user_id) do update set version = excluded.version
                         where right_holder.version < excluded.version""")
                .param("user", userId)
                .param("version", rights.version())
                .update();
        if (newer == 0) {
            return;
        }
        jdbc.sql("delete from user_right where user_id = :user")
                .param("user", userId)
                .update();
        var windows = rights.all().stream()
                .map(right -> new Window(right.everything(), right.from(), right.until()))
                .distinct()
                .toList();
        jdbc.sql("""
                        insert into user_right (user_id, everything, from_time, until_time)
                        select :user, everything, from_time, until_time
                          from unnest(cast(:everything as boolean[]), cast(:from as timestamptz[]),
                                      cast(:until as timestamptz[])) as told (everything, from_time, until_time)""")
                .param("user", userId)
                .param("everything", texts(windows, Window::everything))
                .param("from", texts(windows, Window::from))
                .param("until", texts(windows, Window::until))
                .update();
    }

    /** Forgets all. */
    void forget() {
        List.of("user_right", "right_holder")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private static @Nullable String[] texts(List<Window> windows, Function<Window, @Nullable Object> value) {
        return windows.stream()
                .map(value)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }

    /** All that a token says of a right. */
    private record Window(
            boolean everything,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
