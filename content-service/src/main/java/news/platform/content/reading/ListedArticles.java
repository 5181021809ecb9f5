package news.platform.content.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.platform.content.body.Bodies;
import news.platform.content.channel.ChannelTree;
import news.platform.content.reading.ReadArticles.Opened;
import news.platform.content.right.Opening;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import news.platform.security.Audience;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Articles as readers get them, lists newest first, and the rows by which they are found.
 *
 * <p>Who is published is decided by the database's clock in the statement itself: an article whose time has come is listed
 * from that microsecond on, whether or not the scheduler has reached it, and never before. Paging is by keyset on
 * (publish_time, id), which never change once an article is published; so whatever was visible when paging began and still
 * is comes exactly once, in whatever order transactions commit meanwhile. What appears during paging with a newer time than
 * the page being read is seen by who starts again, as in any list that grows at its head.
 */
@Component
public final class ListedArticles {
    private static final ListedArticleRow ROW = new ListedArticleRow();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final Pages pages;
    private final Bodies bodies;

    ListedArticles(JdbcClient jdbc, NamedParameterJdbcTemplate template, Pages pages, Bodies bodies) {
        this.jdbc = jdbc;
        this.template = template;
        this.pages = pages;
        this.bodies = bodies;
    }

    Page<ListedArticle> page(ArticleFilter filter, PageRequest page) {
        return pages.byTime(
                filter.scope(),
                page,
                article -> new TimeAndId(Objects.requireNonNull(article.publishTime()), article.id()),
                (after, limit) -> find(filter, query(filter, after, limit)));
    }

    private List<ListedArticle> find(ArticleFilter filter, Query query) {
        return filter.terms().size() > 1
                ? plannedAnew(query)
                : jdbc.sql(query.sql()).params(query.parameters()).query(ROW).list();
    }

    /**
     * Runs it without a prepared plan: which of several terms is the rare one, to begin with, can be told by their values
     * only (measured: 2 ms instead of 140 ms with 50,000 articles).
     */
    private List<ListedArticle> plannedAnew(Query query) {
        var rows = new RowMapperResultSetExtractor<>(ROW);
        return Objects.requireNonNull(template.execute(query.sql(), query.parameters(), statement -> {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return rows.extractData(statement.executeQuery());
        }));
    }

    static Query query(ArticleFilter filter, Optional<TimeAndId> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select ").append(ListedArticleRow.COLUMNS);
        var keyed = from(filter.terms(), sql, parameters);
        var time = keyed + ".publish_time";
        var id = keyed.equals("a") ? "a.id" : keyed + ".article_id";
        if (bound("from", filter.from(), parameters)) {
            sql.append(" and %s >= :from".formatted(time));
        }
        if (after.isPresent()) {
            // a place lies before now and before the filter's end; saying so again would keep the index from starting
            // there
            bound("time", after.get().time(), parameters);
            parameters.put("id", after.get().id());
            sql.append(" and (%s, %s) < (:time, :id)".formatted(time, id));
        } else {
            sql.append(" and %s <= now()".formatted(time));
            if (bound("to", filter.to(), parameters)) {
                sql.append(" and %s < :to".formatted(time));
            }
        }
        parameters.put("limit", limit);
        return new Query(
                sql.append(" order by %s desc, %s desc limit :limit".formatted(time, id))
                        .toString(),
                parameters);
    }

    /** Those of the ids that name published articles, in no order. */
    List<ListedArticle> published(Collection<String> ids) {
        return jdbc.sql("select " + ListedArticleRow.COLUMNS + """
                         from article a
                        where a.id = any (:ids) and a.state in ('SCHEDULED', 'PUBLISHED') and a.publish_time <= now()""")
                .param("ids", ids.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** The ids of the first articles of a list. */
    List<String> newest(ArticleFilter filter, int limit) {
        return find(filter, query(filter, Optional.empty(), limit)).stream()
                .map(ListedArticle::id)
                .toList();
    }

    /**
     * Those of the ids that there are, in any state and no order, in one statement: a premium body stays in the database unless it is
     * open to the reader, or unless its preview was cut by another rule and is cut again.
     */
    List<Opened> open(Collection<String> ids, Opening opening) {
        return jdbc.sql("select " + ListedArticleRow.COLUMNS + """
                        , o.whole, a.preview_html, a.preview_rule,
                               case when o.whole or a.preview_rule <> :rule || a.version then a.body_html else '' end as body
                          from article a
                         cross join lateral (
                               select not a.premium
                                      or :everything
                                      or 'articles/' || a.id = any (:things)
                                      or exists (select from article_listing l
                                                  where l.article_id = a.id and l.term = any (:channels)) as whole) o
                         where a.id = any (:ids)""")
                .param("rule", bodies.previewRule())
                .param("everything", opening.everything())
                .param("things", opening.things().toArray(String[]::new))
                .param(
                        "channels",
                        opening.channelIds().stream().map(Terms::channel).toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> {
                    var listed = ROW.mapRow(row, number);
                    var body = bodies.saved(
                            row.getString("body"),
                            row.getString("preview_html"),
                            row.getString("preview_rule"),
                            listed.version());
                    var whole = row.getBoolean("whole");
                    return new Opened(
                            listed,
                            whole ? body.html() : body.preview(),
                            audience(listed, whole, opening),
                            listed.teaser().premium() ? body.previewBlocks() : 0);
                })
                .list();
    }

    private static Audience audience(ListedArticle listed, boolean whole, Opening opening) {
        if (!listed.teaser().premium()) {
            return Audience.ALL;
        }
        if (!whole) {
            return Audience.PREVIEW;
        }
        return opening.everything() ? Audience.FULL : Audience.PERSONAL;
    }

    /** When an article that readers have, had or shall have last changed; empty where there is none, or that was a moment ago. */
    Optional<Instant> lastChange() {
        return jdbc.sql("""
                        select changed
                          from (select greatest(
                                           (select max(update_time) from article where state = 'SCHEDULED'),
                                           (select max(update_time) from article where state = 'PUBLISHED'),
                                           (select max(update_time) from article where state = 'RECALLED')) as changed) latest
                         where changed < now() - interval '5 seconds'""").query((row, _) -> Instants.of(row, "changed")).optional();
    }

    /** Makes an article be found by the terms of its teaser from its publish time on, and by no others. */
    public void list(String articleId, Instant publishTime, Teaser teaser, ChannelTree channels) {
        var terms = Terms.of(teaser, channels).toArray(String[]::new);
        jdbc.sql("""
                        with gone as (
                            delete from article_listing where article_id = :id and term <> all (:terms))
                        insert into article_listing (term, publish_time, article_id)
                        select unnest(:terms), :time, :id
                        on conflict (article_id, term) do update set publish_time = excluded.publish_time
                         where article_listing.publish_time <> excluded.publish_time""")
                .param("terms", terms)
                .param("time", Instants.parameter(publishTime))
                .param("id", articleId)
                .update();
    }

    /** Makes an article be found no more. */
    public void unlist(String articleId) {
        jdbc.sql("delete from article_listing where article_id = :id")
                .param("id", articleId)
                .update();
    }

    /** Writes the from clause and gives the alias whose key drives the list. */
    private static String from(List<String> terms, StringBuilder sql, Map<String, Object> parameters) {
        if (terms.isEmpty()) {
            sql.append(" from article a where a.state in ('SCHEDULED', 'PUBLISHED')");
            return "a";
        }
        sql.append(" from article_listing l1 join article a on a.id = l1.article_id");
        for (var number = 2; number <= terms.size(); number++) {
            sql.append(" join article_listing l%1$d on l%1$d.article_id = l1.article_id".formatted(number));
        }
        for (var number = 1; number <= terms.size(); number++) {
            sql.append(number == 1 ? " where" : " and").append(" l%1$d.term = :term%1$d".formatted(number));
            parameters.put("term" + number, terms.get(number - 1));
        }
        return "l1";
    }

    private static boolean bound(String name, @Nullable Instant time, Map<String, Object> parameters) {
        var parameter = Instants.parameter(time);
        if (parameter == null) {
            return false;
        }
        parameters.put(name, parameter);
        return true;
    }

    record Query(String sql, Map<String, Object> parameters) {}
}
