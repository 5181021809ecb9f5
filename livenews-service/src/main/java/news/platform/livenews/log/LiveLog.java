package news.platform.livenews.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to lives, each with a sequence: the last one plus one, or the milliseconds of 1970 where that is more, so
 * that a restored database gives none twice. Who appends holds the one row of live_log_end until the commit; so sequences
 * become visible in their order, and who has seen one has seen all before it. What is deleted takes its earlier entries with
 * it: nobody who comes back is told again what everybody is refused by then.
 */
@Component
public final class LiveLog {
    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    LiveLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends at the end of the caller's transaction, which should end soon: all others that append wait for it. */
    public long append(LogEntry entry) {
        return jdbc.sql("""
                        with log_end as (
                            update live_log_end
                               set sequence = greatest(sequence + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
                            returning sequence),
                        taken_back as (
                            delete from live_log where :deleted and live_id = :liveId returning sequence)
                        insert into live_log (sequence, event, live_id, live, channel_ids, importance, symbols, takes_back)
                        select sequence, :event, :liveId, :live, :channels, :importance, :symbols,
                               array(select sequence from taken_back order by sequence)
                          from log_end
                        returning sequence, pg_notify('live_log', '')""")
                .param("event", entry.event().word())
                .param("deleted", entry.event() == LogEntry.Event.DELETED)
                .param("liveId", entry.liveId())
                .param("live", entry.live())
                .param("channels", entry.channelIds().toArray(String[]::new))
                .param("importance", entry.importance())
                .param("symbols", entry.symbols().toArray(String[]::new))
                .query((row, _) -> row.getLong("sequence"))
                .single();
    }

    /** The last sequence given, whether its entry is still kept or not. */
    public long end() {
        return jdbc.sql("select sequence from live_log_end").query(Long.class).single();
    }

    /** The entries behind this position, in order. */
    List<Logged> after(long position, int limit) {
        return jdbc.sql("""
                        select sequence, event, live, channel_ids, importance, symbols, takes_back
                          from live_log
                         where sequence > :position
                         order by sequence
                         limit :limit""")
                .param("position", position)
                .param("limit", limit)
                .query(LiveLog::logged)
                .list();
    }

    /** All behind this position, up to the end as it is when that is reached; read page by page. */
    Stream<Logged> since(long position) {
        return Stream.iterate(
                        after(position, PAGE),
                        page -> !page.isEmpty(),
                        page -> after(page.getLast().sequence(), PAGE))
                .flatMap(List::stream);
    }

    private static Logged logged(ResultSet row, int number) throws SQLException {
        return new Logged(
                row.getLong("sequence"),
                row.getString("event"),
                row.getBytes("live"),
                texts(row, "channel_ids"),
                row.getInt("importance"),
                texts(row, "symbols"),
                List.of((Long[]) row.getArray("takes_back").getArray()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
