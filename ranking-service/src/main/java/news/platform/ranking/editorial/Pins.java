package news.platform.ranking.editorial;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import news.platform.ranking.item.ItemRef;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What editors have pinned. */
@Component
public final class Pins {
    private static final RowMapper<Pin> PIN = (row, _) -> new Pin(
            new ItemRef(row.getString("type"), row.getString("id")),
            row.getString("channel"),
            row.getInt("position"),
            Instants.of(row, "until"));

    private final JdbcClient jdbc;

    Pins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a channel, or of {@link Pin#HOME}, that are in force, by their positions; without those that were recalled. */
    public List<Pin> of(String channel, Instant now) {
        return jdbc.sql("""
                        select p.type, p.id, p.channel, p.position, p.until
                          from pin p join item i on i.type = p.type and i.id = p.id
                         where p.channel = :channel and p.until > :now and i.recall_time is null
                         order by p.position, p.type, p.id""")
                .param("channel", channel)
                .param("now", Instants.parameter(now))
                .query(PIN)
                .list();
    }

    /** Those that are in force, of the home feed first, then by channel and position; of recalled items too. */
    List<Pin> all(Instant now, int limit) {
        return jdbc.sql("""
                        select type, id, channel, position, until from pin where until > :now
                         order by channel, position, type, id limit :limit""")
                .param("now", Instants.parameter(now))
                .param("limit", limit)
                .query(PIN)
                .list();
    }

    void put(Pin pin) {
        jdbc.sql("""
                        insert into pin (type, id, channel, position, until) values (:type, :id, :channel, :position, :until)
                        on conflict (type, id) do update
                           set channel = excluded.channel, position = excluded.position, until = excluded.until""")
                .param("type", pin.ref().type())
                .param("id", pin.ref().id())
                .param("channel", pin.channel())
                .param("position", pin.position())
                .param("until", Instants.parameter(pin.until()))
                .update();
    }

    /** False where there is none. */
    boolean remove(ItemRef ref) {
        return jdbc.sql("delete from pin where type = :type and id = :id")
                        .param("type", ref.type())
                        .param("id", ref.id())
                        .update()
                == 1;
    }
}
