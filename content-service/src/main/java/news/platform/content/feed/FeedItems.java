package news.platform.content.feed;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of each feed item was handled last, and which article it became. */
@Component
final class FeedItems {
    private final JdbcClient jdbc;

    FeedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks this version as handled and locks the item until the transaction ends.
     *
     * @param newArticleId the article's id if this is the first version
     * @return the article's id; empty where this or a later version was handled before
     */
    Optional<String> advance(String feedItemId, long version, String newArticleId) {
        return jdbc.sql("""
                        insert into feed_item (id, version, article_id) values (:id, :version, :newArticleId)
                        on conflict (id) do update set version = excluded.version, update_time = now()
                                             where feed_item.version < excluded.version
                        returning article_id""")
                .param("id", feedItemId)
                .param("version", version)
                .param("newArticleId", newArticleId)
                .query(String.class)
                .optional();
    }
}
