package news.platform.thirdparty.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register, as administrators see and change it. */
@Component
final class JdbcFeedSources {

    private final JdbcClient jdbc;

    JdbcFeedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where its address is there already. */
    boolean insert(FeedSource source) {
        return jdbc.sql("""
                        insert into feed_source (id, url, host, channel_id, name, interval_seconds, state, create_time, next_poll_time)
                        values (:id, :url, :host, :channelId, :name, :interval, :state, :createTime, :nextPollTime)
                        on conflict (url) do nothing""")
                        .param("id", source.id())
                        .param("url", source.url())
                        .param("host", source.host())
                        .params(settings(source))
                        .param("createTime", Instants.parameter(source.createTime()))
                        .param(
                                "nextPollTime",
                                Instants.parameter(source.health().nextPollTime()))
                        .update()
                == 1;
    }

    Optional<FeedSource> find(String id) {
        return jdbc.sql("select * from feed_source where id = :id")
                .param("id", id)
                .query(FeedSourceRow::read)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<FeedSource> lock(String id) {
        return jdbc.sql("select * from feed_source where id = :id for update")
                .param("id", id)
                .query(FeedSourceRow::read)
                .optional();
    }

    List<FeedSource> first(int limit) {
        return jdbc.sql("select * from feed_source order by create_time, id limit :limit")
                .param("limit", limit)
                .query(FeedSourceRow::read)
                .list();
    }

    List<FeedSource> after(Instant createTime, String id, int limit) {
        return jdbc.sql("""
                        select * from feed_source where (create_time, id) > (:createTime, :id)
                        order by create_time, id limit :limit""")
                .param("createTime", Instants.parameter(createTime))
                .param("id", id)
                .param("limit", limit)
                .query(FeedSourceRow::read)
                .list();
    }

    void update(FeedSource source) {
        jdbc.sql("""
                        update feed_source set channel_id = :channelId, name = :name, interval_seconds = :interval, state = :state,
                          revision = :revision, next_poll_time = :nextPollTime
                        where id = :id""")
                .param("id", source.id())
                .param("revision", source.revision())
                .param("nextPollTime", Instants.parameter(source.health().nextPollTime()))
                .params(settings(source))
                .update();
    }

    boolean delete(String id) {
        return jdbc.sql("delete from feed_source where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> settings(FeedSource source) {
        Map<String, @Nullable Object> settings = new HashMap<>();
        settings.put("channelId", source.channelId());
        settings.put("name", source.name());
        settings.put("interval", source.intervalSeconds());
        settings.put("state", source.state().name());
        return settings;
    }
}
