package news.platform.thirdparty.feed;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.parse.FeedFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register, as polling reads and changes it. */
@Component
final class PolledSources {
    private final JdbcClient jdbc;

    PolledSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which are due, the longest due first. */
    List<FeedSource> due(Instant now, int limit) {
        return jdbc.sql("select " + FeedSourceRow.COLUMNS + """
                        from feed_source f where f.state = 'ACTIVE' and f.next_poll_time <= :now
                        order by f.next_poll_time limit :limit""")
                .param("now", Instants.parameter(now))
                .param("limit", limit)
                .query(FeedSourceRow::read)
                .list();
    }

    /** Whether another source has this address. */
    boolean isTaken(String url, FeedSource but) {
        return jdbc.sql("select exists (select 1 from feed_source where url = :url and id <> :id)")
                .param("url", url)
                .param("id", but.id())
                .query(Boolean.class)
                .single();
    }

    /** Writes down how a source fares. */
    void update(FeedSource source) {
        Health health = source.health();
        Validators validators = source.validators();
        jdbc.sql("""
                        update feed_source set url = :url, host = :host, moved_from = :movedFrom, state = :state,
                          feed_title = :title, format = :format, lenient = :lenient, last_poll_time = :lastPollTime,
                          last_outcome = :outcome, last_error = :error, item_count = :items, consecutive_failures = :failures,
                          next_poll_time = :nextPollTime, http_etag = :etag, http_last_modified = :lastModified
                        where id = :id""")
                .param("id", source.id())
                .param("url", source.url())
                .param("host", source.host())
                .param("movedFrom", source.movedFrom())
                .param("state", source.state().name())
                .param("title", source.feedTitle())
                .param("format", name(source.format()))
                .param("lenient", source.lenient())
                .param("lastPollTime", Instants.parameter(health.lastPollTime()))
                .param("outcome", health.lastOutcome())
                .param("error", health.lastError())
                .param("items", health.itemCount())
                .param("failures", health.failures())
                .param("nextPollTime", Instants.parameter(health.nextPollTime()))
                .param("etag", validators.etag())
                .param("lastModified", validators.lastModified())
                .update();
    }

    private static @Nullable String name(@Nullable FeedFormat format) {
        return format == null ? null : format.name();
    }
}
