package news.platform.content.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.platform.content.body.Bodies;
import news.platform.content.listing.ArticleState;
import news.platform.content.listing.ListedArticle;
import news.platform.content.listing.ListedArticleRow;
import news.platform.content.listing.Position;
import news.platform.persistence.Instants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The articles themselves. All times are the database's, so that replicas with different clocks agree. */
@Component
final class JdbcArticles {
    private static final ListedArticleRow LISTED = new ListedArticleRow();
    private static final String WHOLE = "select " + ListedArticleRow.COLUMNS
            + ", a.body_html, a.preview_html, a.preview_rule from article a where ";

    private final JdbcClient jdbc;
    private final Bodies bodies;

    JdbcArticles(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** The time by the database's clock, which moves within a transaction. */
    Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, number) -> Instants.of(row, "now"))
                .single();
    }

    /**
     * For a reader, in one statement: a premium body stays in the database unless {@code full}, or unless its preview was cut
     * by another rule and is cut again.
     */
    Optional<OpenedArticle> open(String id, boolean full) {
        return jdbc.sql("select " + ListedArticleRow.COLUMNS + """
                        , case when a.premium and not :full and a.preview_rule = :rule then '' else a.body_html end as body,
                               a.preview_html, a.preview_rule
                          from article a where a.id = :id""")
                .param("full", full)
                .param("rule", bodies.previewRule())
                .param("id", id)
                .query((row, number) -> {
                    var listed = LISTED.mapRow(row, number);
                    var whole = row.getString("body");
                    return new OpenedArticle(
                            listed,
                            full || !listed.teaser().premium()
                                    ? whole
                                    : bodies.saved(whole, row.getString("preview_html"), row.getString("preview_rule"))
                                            .preview());
                })
                .optional();
    }

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Article> lock(String id) {
        return jdbc.sql(WHOLE + "a.id = ? for update")
                .param(id)
                .query(this::article)
                .optional();
    }

    /** For the scheduler: empty where it is not due or somebody else is at it. */
    Optional<Article> lockDue(String id) {
        return jdbc.sql(WHOLE + "a.id = ? and a.state = 'SCHEDULED' and a.publish_time <= now() for update skip locked")
                .param(id)
                .query(this::article)
                .optional();
    }

    /** Which scheduled articles are due, the earliest first. */
    List<String> due(int limit) {
        return jdbc.sql("""
                        select id from article
                         where state = 'SCHEDULED' and publish_time <= now()
                         order by publish_time
                         limit ?""").param(limit).query(String.class).list();
    }

    /** For editors, last changed first, as it was saved: a due article counts as scheduled until the scheduler is done. */
    List<ListedArticle> editorial(@Nullable ArticleState state, Optional<Position> after, int limit) {
        var parameters = new ArrayList<Object>();
        var sql = new StringBuilder("select " + ListedArticleRow.COLUMNS + " from article a where true");
        if (state != null) {
            sql.append(" and a.state = ?");
            parameters.add(state.name());
        }
        after.ifPresent(position -> {
            sql.append(" and (a.update_time, a.id) < (?, ?)");
            parameters.add(Instants.parameter(position.time()));
            parameters.add(position.id());
        });
        sql.append(" order by a.update_time desc, a.id desc limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString()).params(parameters).query(LISTED).list();
    }

    void add(Article article, String editorId) {
        write("""
                insert into article (version, state, title, summary, body_html, preview_html, preview_rule, lang, channel_ids, author_ids,
                                     bylines, symbols, tags, cover_url, source_name, source_url, premium, publish_time,
                                     update_time, editor_id, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", article, editorId);
    }

    void replace(Article article, String editorId) {
        write("""
                update article
                   set (version, state, title, summary, body_html, preview_html, preview_rule, lang, channel_ids, author_ids,
                        bylines, symbols, tags, cover_url, source_name, source_url, premium, publish_time,
                        update_time, editor_id) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 where id = ?""", article, editorId);
    }

    private void write(String sql, Article article, String editorId) {
        var teaser = article.teaser();
        jdbc.sql(sql)
                .params(article.version(), article.state().name(), teaser.title(), teaser.summary())
                .param(article.body().html())
                .param(article.body().preview())
                .param(bodies.previewRule())
                .param(teaser.lang())
                .param(array(teaser.channelIds()))
                .param(array(teaser.authorIds()))
                .param(array(teaser.bylines()))
                .param(array(teaser.symbols()))
                .param(array(teaser.tags()))
                .param(teaser.coverUrl())
                .param(teaser.sourceName())
                .param(teaser.sourceUrl())
                .param(teaser.premium())
                .param(Instants.parameter(article.publishTime()))
                .param(Instants.parameter(article.updateTime()))
                .param(editorId)
                .param(article.id())
                .update();
    }

    private Article article(ResultSet row, int number) throws SQLException {
        var listed = LISTED.mapRow(row, number);
        return new Article(
                listed.id(),
                listed.version(),
                ArticleState.valueOf(row.getString("state")),
                listed.teaser(),
                bodies.saved(row.getString("body_html"), row.getString("preview_html"), row.getString("preview_rule")),
                listed.publishTime(),
                listed.updateTime());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
