package news.platform.thirdparty.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register, as administrators see and change it. */
@Component
final class FeedSources {
    private static final String SELECT = "select " + FeedSourceRow.COLUMNS + " from feed_source f ";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.EPOCH, "");

    private final JdbcClient jdbc;

    FeedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where its address is there already. */
    boolean insert(FeedSource source) {
        return jdbc.sql("""
                        insert into feed_source (id, url, host, channel_id, target, name, interval_seconds, state, create_time,
                                                 next_poll_time)
                        values (:id, :url, :host, :channelId, :target, :name, :interval, :state, :createTime, :nextPollTime)
                        on conflict (url) do nothing""")
                        .param("id", source.id())
                        .param("url", source.url())
                        .param("host", source.host())
                        .param("target", source.target().name())
                        .params(settings(source))
                        .param("createTime", Instants.parameter(source.createTime()))
                        .param(
                                "nextPollTime",
                                Instants.parameter(source.health().nextPollTime()))
                        .update()
                == 1;
    }

    Optional<FeedSource> find(String id) {
        return jdbc.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query(FeedSourceRow::read)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<FeedSource> lock(String id) {
        return jdbc.sql(SELECT + "where f.id = :id for update")
                .param("id", id)
                .query(FeedSourceRow::read)
                .optional();
    }

    /** Oldest first, those after the given place; from the start where it is empty. */
    List<FeedSource> page(Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql(SELECT + """
                        where (f.create_time, f.id) > (:time, :id)
                        order by f.create_time, f.id limit :limit""")
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
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
        var settings = new HashMap<String, @Nullable Object>();
        settings.put("channelId", source.channelId());
        settings.put("name", source.name());
        settings.put("interval", source.intervalSeconds());
        settings.put("state", source.state().name());
        return settings;
    }
}
