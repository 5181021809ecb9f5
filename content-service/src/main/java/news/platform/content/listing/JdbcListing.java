package news.platform.content.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of published articles, newest first, and the rows by which they are found.
 *
 * <p>Who is published is decided by the database's clock in the statement itself: an article whose time has come is listed
 * from that microsecond on, whether or not the scheduler has reached it, and never before. Paging is by keyset on
 * (publish_time, id), which never change once an article is published; so whatever was visible when paging began and still
 * is comes exactly once, in whatever order transactions commit meanwhile. What appears during paging with a newer time than
 * the page being read is seen by who starts again, as in any list that grows at its head.
 */
@Component
public final class JdbcListing {
    private static final ListedArticleRow ROW = new ListedArticleRow();
    private static final String NEWEST_FIRST = " order by %1$s.publish_time desc, %1$s.%2$s desc limit ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    JdbcListing(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The page after a position, at most {@code limit} long. */
    public List<ListedArticle> page(ArticleFilter filter, Optional<Position> after, int limit) {
        var query = query(filter, after, limit);
        return filter.terms().size() > 1
                ? plannedAnew(query)
                : jdbc.sql(query.sql()).params(query.parameters()).query(ROW).list();
    }

    /**
     * Runs it without a prepared plan: which of several terms is the rare one, to begin with, can be told by their values
     * only (measured: 2 ms instead of 140 ms with 50,000 articles).
     */
    private List<ListedArticle> plannedAnew(Query query) {
        var parameters = new ArgumentPreparedStatementSetter(query.parameters().toArray());
        return template.query(
                query.sql(),
                statement -> {
                    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                    parameters.setValues(statement);
                },
                ROW);
    }

    static Query query(ArticleFilter filter, Optional<Position> after, int limit) {
        var parameters = new ArrayList<Object>();
        var sql = new StringBuilder("select ").append(ListedArticleRow.COLUMNS);
        var keyed = from(filter.terms(), sql, parameters);
        var id = keyed.equals("a") ? "id" : "article_id";
        time(filter.from(), keyed + ".publish_time >= ?", sql, parameters);
        if (after.isPresent()) {
            // a position lies before now and before the filter's end; saying so again would keep the index from
            // starting there
            sql.append(" and (%1$s.publish_time, %1$s.%2$s) < (?, ?)".formatted(keyed, id));
            parameters.add(Objects.requireNonNull(Instants.parameter(after.get().time())));
            parameters.add(after.get().id());
        } else {
            sql.append(" and ").append(keyed).append(".publish_time <= now()");
            time(filter.to(), keyed + ".publish_time < ?", sql, parameters);
        }
        sql.append(NEWEST_FIRST.formatted(keyed, id));
        parameters.add(limit);
        return new Query(sql.toString(), parameters);
    }

    /** Those of the ids that name published articles, in no order. */
    public List<ListedArticle> published(Collection<String> ids) {
        return jdbc.sql("select " + ListedArticleRow.COLUMNS + """
                         from article a
                        where a.id = any (?) and a.state in ('SCHEDULED', 'PUBLISHED') and a.publish_time <= now()""")
                .param(ids.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** Makes an article be found by these terms from its publish time on, and by no others. */
    public void list(String articleId, Instant publishTime, Set<String> terms) {
        var time = Instants.parameter(publishTime);
        var names = terms.toArray(String[]::new);
        jdbc.sql("delete from article_listing where article_id = ? and (publish_time <> ? or term <> all (?))")
                .param(articleId)
                .param(time)
                .param(names)
                .update();
        jdbc.sql("""
                        insert into article_listing (term, publish_time, article_id)
                        select unnest(?), ?, ? on conflict do nothing""").param(names).param(time).param(articleId).update();
    }

    /** Makes an article be found no more. */
    public void unlist(String articleId) {
        jdbc.sql("delete from article_listing where article_id = ?")
                .param(articleId)
                .update();
    }

    /** Writes the from clause and gives the alias whose key drives the list. */
    private static String from(List<String> terms, StringBuilder sql, List<Object> parameters) {
        if (terms.isEmpty()) {
            sql.append(" from article a where a.state in ('SCHEDULED', 'PUBLISHED')");
            return "a";
        }
        sql.append(" from article_listing l1 join article a on a.id = l1.article_id");
        for (var number = 2; number <= terms.size(); number++) {
            sql.append(" join article_listing l%1$d on l%1$d.article_id = l1.article_id".formatted(number));
        }
        var separator = " where ";
        for (var number = 1; number <= terms.size(); number++) {
            sql.append(separator).append('l').append(number).append(".term = ?");
            parameters.add(terms.get(number - 1));
            separator = " and ";
        }
        return "l1";
    }

    private static void time(@Nullable Instant bound, String condition, StringBuilder sql, List<Object> parameters) {
        if (bound != null) {
            sql.append(" and ").append(condition);
            parameters.add(Instants.parameter(bound));
        }
    }

    record Query(String sql, List<Object> parameters) {}
}
