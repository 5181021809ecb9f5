package news.platform.livenews.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.livenews.channel.ChannelTree;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lives as readers get them, and the rows by which they are found. Back in time by keyset on (publish_time, id), which never
 * change; forth by the sequence of their publication, which rises in the order of commits, so that a live whose time lies
 * back, as those from outside do, is not missed by who asks for what is new.
 */
@Component
public final class ListedLives {
    private static final LiveRow ROW = new LiveRow();

    private final JdbcClient jdbc;
    private final Pages pages;

    ListedLives(JdbcClient jdbc, Pages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /** Newest first. */
    Page<Live> page(LiveFilter filter, PageRequest page) {
        return pages.byTime(
                filter.older(), page, live -> new TimeAndId(live.publishTime(), live.id()), (after, limit) -> {
                    var query = query(filter, after, limit);
                    return jdbc.sql(query.sql())
                            .params(query.parameters())
                            .query(ROW)
                            .list();
                });
    }

    static Query query(LiveFilter filter, Optional<TimeAndId> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select " + LiveRow.COLUMNS + """
                 from live_listing k join live l on l.id = k.live_id
                where k.term = :term and k.importance >= :importance""");
        parameters.put("term", filter.terms().getFirst());
        parameters.put("importance", filter.minImportance());
        after.ifPresent(place -> {
            sql.append(" and (k.publish_time, k.live_id) < (:time, :id)");
            bind(parameters, "time", place.time());
            parameters.put("id", place.id());
        });
        if (filter.since() != null) {
            sql.append(" and k.publish_time >= :since");
            bind(parameters, "since", filter.since());
        }
        if (filter.terms().size() > 1) {
            // a subquery that is not joined: the first term drives, the others are probed
            sql.append(
                    " and (select count(*) from live_listing o where o.live_id = k.live_id and o.term = any (:others))"
                            + " = :number");
            var others = filter.terms().subList(1, filter.terms().size());
            parameters.put("others", others.toArray(String[]::new));
            parameters.put("number", others.size());
        }
        sql.append(" order by k.publish_time desc, k.live_id desc limit :limit");
        parameters.put("limit", limit);
        return new Query(sql.toString(), parameters);
    }

    /** Those that were published after this place of the log, in that order. */
    List<Arrived> newer(LiveFilter filter, long sequence, int limit) {
        var query = newerQuery(filter, sequence, limit);
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, number) -> new Arrived(ROW.mapRow(row, number), row.getLong("sequence")))
                .list();
    }

    static Query newerQuery(LiveFilter filter, long sequence, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select " + LiveRow.COLUMNS + """
                , l.sequence
                  from live l
                 where l.sequence > :sequence and l.state = 'PUBLISHED'
                   and (select count(*) from live_listing o
                         where o.live_id = l.id and o.term = any (:terms) and o.importance >= :importance) = :number""");
        parameters.put("sequence", sequence);
        parameters.put("terms", filter.terms().toArray(String[]::new));
        parameters.put("number", filter.terms().size());
        parameters.put("importance", filter.minImportance());
        if (filter.since() != null) {
            sql.append(" and l.publish_time >= :since");
            bind(parameters, "since", filter.since());
        }
        parameters.put("limit", limit);
        return new Query(sql.append(" order by l.sequence limit :limit").toString(), parameters);
    }

    /** Those of the ids that name published lives, in no order. */
    List<Live> published(Collection<String> ids) {
        return jdbc.sql("select " + LiveRow.COLUMNS + " from live l where l.id = any (:ids) and l.state = 'PUBLISHED'")
                .param("ids", ids.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** In any state. */
    Optional<Live> find(String id) {
        return jdbc.sql("select " + LiveRow.COLUMNS + " from live l where l.id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** Makes a live be found by the terms of its flash, and by no others. */
    public void list(Live live, ChannelTree channels) {
        var terms = Terms.of(live.flash(), channels).toArray(String[]::new);
        jdbc.sql("delete from live_listing where live_id = :id and term <> all (:terms)")
                .param("id", live.id())
                .param("terms", terms)
                .update();
        jdbc.sql("""
                        insert into live_listing (term, publish_time, live_id, importance)
                        select unnest(:terms), :time, :id, :importance
                        on conflict (live_id, term) do update set importance = excluded.importance
                                                              where live_listing.importance <> excluded.importance""")
                .param("terms", terms)
                .param("time", Instants.parameter(live.publishTime()))
                .param("id", live.id())
                .param("importance", live.flash().importance())
                .update();
    }

    /** Makes a live be found no more. */
    public void unlist(String liveId) {
        jdbc.sql("delete from live_listing where live_id = :id")
                .param("id", liveId)
                .update();
    }

    private static void bind(Map<String, Object> parameters, String name, Instant time) {
        parameters.put(name, time.atOffset(ZoneOffset.UTC));
    }

    /**
     * A live with its publication's place in the log.
     *
     * @param sequence rises in the order of commits
     */
    record Arrived(Live live, long sequence) {}

    record Query(String sql, Map<String, Object> parameters) {}
}
