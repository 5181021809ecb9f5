package news.platform.content.right;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.platform.security.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open to readers, in the database, as entitlement-service last told it. */
@Component
final class ReaderRights {
    private final JdbcClient jdbc;

    ReaderRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is open to a reader of an article now, by the clock of the database. */
    Told of(String userId, String articleId) {
        return jdbc.sql("""
                        select h.version,
                               array(select r.opens
                                       from reader_right r
                                      where r.user_id = h.user_id
                                        and (r.opens = 'everything' or r.opens = :article or r.opens like 'channels/%')
                                        and (r.from_time is null or r.from_time <= now())
                                        and (r.until_time is null or r.until_time > now())) as opens
                          from right_holder h
                         where h.user_id = :user""")
                .param("user", userId)
                .param("article", Opening.article(articleId))
                .query((row, _) -> new Told(row.getLong("version"), Set.copyOf(List.of((String[])
                        row.getArray("opens").getArray()))))
                .optional()
                .orElse(Told.NOTHING);
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
        jdbc.sql("delete from reader_right where user_id = :user")
                .param("user", userId)
                .update();
        var rows = rights.all().stream()
                .flatMap(right -> right.opens().stream().map(thing -> new Row(thing, right.from(), right.until())))
                .toList();
        jdbc.sql("""
                        insert into reader_right (user_id, opens, from_time, until_time)
                        select :user, opens, from_time, until_time
                          from unnest(:opens, cast(:from as timestamptz[]), cast(:until as timestamptz[]))
                               as told (opens, from_time, until_time)""")
                .param("user", userId)
                .param("opens", texts(rows, Row::opens))
                .param("from", texts(rows, Row::from))
                .param("until", texts(rows, Row::until))
                .update();
    }

    /** Forgets all. */
    void forget() {
        List.of("reader_right", "right_holder")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }

    private record Row(
            String opens, @Nullable Instant from, @Nullable Instant until) {}

    /**
     * What the rows say.
     *
     * @param version of the user's rights; 0 where nothing was told
     * @param opens what is open
     */
    record Told(long version, Set<String> opens) {
        static final Told NOTHING = new Told(0, Set.of());
    }
}
