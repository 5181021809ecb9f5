package news.platform.content.channel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels in the database: few, changed by migrations only, so they are read whole. */
@Component
public final class JdbcChannels {
    private final JdbcClient jdbc;

    JdbcChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tree as it stands. */
    public ChannelTree tree() {
        return new ChannelTree(jdbc.sql("select id, name, parent_id from channel order by position")
                .query((row, number) -> new Channel(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }
}
