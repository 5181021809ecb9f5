package news.platform.market.watchlist;

import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The watchlists in the database. */
@Component
public final class Watchlists {
    private final JdbcClient jdbc;

    Watchlists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Watchlist> find(String userId, String id) {
        return jdbc.sql("""
                        select id, symbols, version, update_time from watchlist
                         where user_id = :user and id = :id""")
                .param("user", userId)
                .param("id", id)
                .query((row, _) -> new Watchlist(
                        row.getString("id"),
                        List.of((String[]) row.getArray("symbols").getArray()),
                        row.getLong("version"),
                        Instants.of(row, "update_time")))
                .optional();
    }

    /** Until the transaction ends nobody else changes any of the user's. */
    void lock(String userId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('watchlist/' || :user, 0)) is null")
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    int count(String userId) {
        return jdbc.sql("select count(*) from watchlist where user_id = :user")
                .param("user", userId)
                .query(Integer.class)
                .single();
    }

    void put(String userId, Watchlist watchlist) {
        jdbc.sql("""
                        insert into watchlist (user_id, id, symbols, version, update_time)
                        values (:user, :id, :symbols, :version, :now)
                        on conflict (user_id, id) do update
                            set symbols = excluded.symbols, version = excluded.version, update_time = excluded.update_time""")
                .param("user", userId)
                .param("id", watchlist.id())
                .param("symbols", watchlist.symbols().toArray(String[]::new))
                .param("version", watchlist.version())
                .param("now", Instants.parameter(watchlist.updateTime()))
                .update();
    }

    /** All of a user. */
    public void removeAll(String userId) {
        jdbc.sql("delete from watchlist where user_id = :user")
                .param("user", userId)
                .update();
    }
}
