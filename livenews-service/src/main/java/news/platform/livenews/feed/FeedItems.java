package news.platform.livenews.feed;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of each feed item was handled last, and which live it became. */
@Component
final class FeedItems {
    private final JdbcClient jdbc;

    FeedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks this version as handled and locks the item until the transaction ends.
     *
     * @param newLiveId the live's id if this is the first version
     * @return the live's id; empty where this or a later version was handled before
     */
    Optional<String> advance(String feedItemId, long version, String newLiveId) {
        return jdbc.sql("""
                        insert into feed_item (id, version, live_id) values (:id, :version, :newLiveId)
                        on conflict (id) do update set version = excluded.version
                                             where feed_item.version < excluded.version
                        returning live_id""")
                .param("id", feedItemId)
                .param("version", version)
                .param("newLiveId", newLiveId)
                .query(String.class)
                .optional();
    }
}
