package news.platform.thirdparty.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.thirdparty.clean.IncomingItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class KnownItems {
    private final JdbcClient jdbc;

    KnownItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that are known, by uri; remembers, once a day, that their source shows them. */
    Map<String, KnownContent> contents(String origin, Collection<String> uris) {
        var contents = new HashMap<String, KnownContent>();
        if (uris.isEmpty()) {
            return contents;
        }
        jdbc.sql("""
                        with seen as (
                            update feed_item set seen_time = now()
                            where origin = :origin and uri = any (:uris) and seen_time < now() - interval '1 day')
                        select uri, content_hash, title, url, publish_time from feed_item
                        where origin = :origin and uri = any (:uris)""")
                .param("origin", origin)
                .param("uris", uris.toArray(String[]::new))
                .query(row -> {
                    contents.put(
                            row.getString("uri"),
                            new KnownContent(
                                    row.getString("content_hash"),
                                    row.getString("title"),
                                    row.getString("url"),
                                    Instants.of(row, "publish_time")));
                });
        return contents;
    }

    /** Locks the row until the transaction ends. */
    Optional<KnownItem> lock(String origin, String uri) {
        return jdbc.sql("""
                        select id, version, source_version, content_hash, publish_time
                        from feed_item where origin = :origin and uri = :uri for update""")
                .param("origin", origin)
                .param("uri", uri)
                .query(KnownItems::known)
                .optional();
    }

    /** False where somebody else was faster. */
    boolean insert(String origin, KnownItem item, IncomingItem content, Instant now) {
        return jdbc.sql("""
                        insert into feed_item (id, origin, uri, version, source_version, content_hash, title, url, publish_time,
                          withdrawn, receive_time, update_time, seen_time)
                        values (:id, :origin, :uri, :version, :sourceVersion, :hash, :title, :url, :publishTime,
                          :withdrawn, :now, :now, :now)
                        on conflict (origin, uri) do nothing""")
                        .param("origin", origin)
                        .param("uri", content.uri())
                        .params(columns(item, content, now))
                        .update()
                == 1;
    }

    void update(KnownItem item, IncomingItem content, Instant now) {
        jdbc.sql("""
                        update feed_item set version = :version, source_version = :sourceVersion, content_hash = :hash,
                          title = :title, url = :url, publish_time = :publishTime, withdrawn = :withdrawn, update_time = :now,
                          seen_time = :now
                        where id = :id""").params(columns(item, content, now)).update();
    }

    private static Map<String, @Nullable Object> columns(KnownItem item, IncomingItem content, Instant now) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", item.id());
        columns.put("version", item.version());
        columns.put("sourceVersion", item.sourceVersion());
        columns.put("hash", item.contentHash());
        columns.put("title", content.title());
        columns.put("url", content.url());
        columns.put("publishTime", Instants.parameter(item.publishTime()));
        columns.put("withdrawn", content.withdrawn());
        columns.put("now", Instants.parameter(now));
        return columns;
    }

    private static KnownItem known(ResultSet row, int number) throws SQLException {
        return new KnownItem(
                row.getString("id"),
                row.getLong("version"),
                row.getString("source_version"),
                row.getString("content_hash"),
                Instants.of(row, "publish_time"));
    }
}
