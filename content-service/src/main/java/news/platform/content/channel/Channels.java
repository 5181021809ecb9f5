package news.platform.content.channel;

import java.util.List;
import news.platform.content.channel.ChannelTree.Channel;
import news.platform.content.v1.ContentReason;
import news.platform.error.DomainException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels in the database: few, changed by migrations only, so they are read whole. */
@Component
public final class Channels {
    private final JdbcClient jdbc;

    Channels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tree as it stands. */
    public ChannelTree tree() {
        return new ChannelTree(jdbc.sql("select id, name, parent_id from channel order by position")
                .query((row, _) -> new Channel(row.getString("id"), row.getString("name"), row.getString("parent_id")))
                .list());
    }

    /**
     * Refuses ids that name no channel.
     *
     * @param field the request's field that they come from
     */
    public void require(List<String> ids, String field) {
        if (ids.isEmpty()) {
            return;
        }
        var tree = tree();
        for (var id : ids) {
            if (!tree.contains(id)) {
                throw DomainException.field(ContentReason.UNKNOWN_CHANNEL, field, "no such channel: " + id);
            }
        }
    }
}
