package news.platform.ranking.editorial;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import news.platform.ranking.item.ItemRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What editors have demoted; ranking reads it where it ranks. */
@Component
final class Demotions {
    private final JdbcClient jdbc;

    Demotions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ItemRef ref, double factor, Instant until) {
        jdbc.sql("""
                        insert into demotion (type, id, factor, until) values (:type, :id, :factor, :until)
                        on conflict (type, id) do update set factor = excluded.factor, until = excluded.until""")
                .param("type", ref.type())
                .param("id", ref.id())
                .param("factor", factor)
                .param("until", Instants.parameter(until))
                .update();
    }

    /** Those that are in force, by their ends. */
    List<Demotion> all(Instant now, int limit) {
        return jdbc.sql("""
                        select type, id, factor, until from demotion where until > :now
                         order by until, type, id limit :limit""")
                .param("now", Instants.parameter(now))
                .param("limit", limit)
                .query((row, _) -> new Demotion(
                        new ItemRef(row.getString("type"), row.getString("id")),
                        row.getDouble("factor"),
                        Instants.of(row, "until")))
                .list();
    }

    /** False where there is none. */
    boolean remove(ItemRef ref) {
        return jdbc.sql("delete from demotion where type = :type and id = :id")
                        .param("type", ref.type())
                        .param("id", ref.id())
                        .update()
                == 1;
    }
}
