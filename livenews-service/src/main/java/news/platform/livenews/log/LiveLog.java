package news.platform.livenews.log;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to lives, each with a sequence: the last one plus one, or the milliseconds of 1970 where that is more, so
 * that a restored database gives none twice. Who appends holds the one row of live_log_end until the commit; so sequences
 * become visible in their order, and who has seen one has seen all before it.
 */
@Component
public final class LiveLog {
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
                            returning sequence)
                        insert into live_log (sequence, event, live, channel_ids, importance, symbols)
                        select sequence, :event, :live, :channels, :importance, :symbols from log_end
                        returning sequence, pg_notify('live_log', '')""")
                .param("event", entry.event().word())
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
}
