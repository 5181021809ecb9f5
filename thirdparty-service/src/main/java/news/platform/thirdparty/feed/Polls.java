package news.platform.thirdparty.feed;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.IdSource;
import news.platform.persistence.Instants;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.parse.FeedFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who polls which source: a lease on its row, so that replicas share the work and none does it twice. */
@Component
final class Polls {
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final FeedProperties properties;

    Polls(JdbcClient jdbc, IdSource ids, Clock clock, FeedProperties properties) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.properties = properties;
    }

    /** Claims sources that are due, the longest due first, no more of a host than may be polled at once. */
    List<Claim> claimDue(int limit) {
        var now = clock.instant();
        String token = ids.next();
        return jdbc
                .sql("""
                        with due as (
                          select id, host, row_number() over (partition by host order by next_poll_time, id) as nth
                          from feed_source
                          where state = 'ACTIVE' and next_poll_time <= :now and (lease_until is null or lease_until <= :now)
                        ), busy as (
                          select host, count(*) as polls from feed_source where lease_until > :now group by host
                        ), claimed as (
                          select s.id
                          from feed_source s join due using (id) left join busy on busy.host = due.host
                          where due.nth + coalesce(busy.polls, 0) <= :perHost
                            and s.state = 'ACTIVE' and s.next_poll_time <= :now and (s.lease_until is null or s.lease_until <= :now)
                          order by s.next_poll_time limit :limit
                          for update of s skip locked
                        )
                        update feed_source f set lease_token = :token, lease_until = :until
                        from claimed where f.id = claimed.id
                        returning\s""" + FeedSourceRow.COLUMNS)
                .param("now", Instants.parameter(now))
                .param("until", Instants.parameter(now.plus(properties.lease())))
                .param("token", token)
                .param("perHost", properties.perHost())
                .param("limit", limit)
                .query(FeedSourceRow::read)
                .list()
                .stream()
                .map(source -> new Claim(source, token))
                .toList();
    }

    /** Claims this source, due or not; empty while it is being polled, or where there is none. */
    Optional<Claim> claim(String id) {
        var now = clock.instant();
        String token = ids.next();
        return jdbc.sql("""
                        update feed_source f set lease_token = :token, lease_until = :until
                        where f.id = :id and (f.lease_until is null or f.lease_until <= :now)
                        returning\s""" + FeedSourceRow.COLUMNS)
                .param("id", id)
                .param("now", Instants.parameter(now))
                .param("until", Instants.parameter(now.plus(properties.lease())))
                .param("token", token)
                .query(FeedSourceRow::read)
                .optional()
                .map(source -> new Claim(source, token));
    }

    /** The source as it is now, locked until the transaction ends; empty where the claim was lost. */
    Optional<FeedSource> hold(Claim claim) {
        return jdbc.sql("select " + FeedSourceRow.COLUMNS + """
                        from feed_source f where f.id = :id and f.lease_token = :token for update""")
                .param("id", claim.source().id())
                .param("token", claim.token())
                .query(FeedSourceRow::read)
                .optional();
    }

    /** Whether another source has this address. */
    boolean isTaken(String url, FeedSource but) {
        return jdbc.sql("select exists (select 1 from feed_source where url = :url and id <> :id)")
                .param("url", url)
                .param("id", but.id())
                .query(Boolean.class)
                .single();
    }

    /** Writes down how a held source fares, and gives the claim back. */
    void finish(FeedSource source) {
        Health health = source.health();
        Validators validators = source.validators();
        jdbc.sql("""
                        update feed_source set url = :url, host = :host, moved_from = :movedFrom, state = :state,
                          feed_title = :title, format = :format, lenient = :lenient, last_poll_time = :lastPollTime,
                          last_outcome = :outcome, last_error = :error, item_count = :items, consecutive_failures = :failures,
                          next_poll_time = :nextPollTime, http_etag = :etag, http_last_modified = :lastModified,
                          lease_token = null, lease_until = null
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
