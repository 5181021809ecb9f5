package news.platform.content.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import news.platform.content.body.Bodies;
import news.platform.content.reading.ArticleState;
import news.platform.content.reading.ListedArticle;
import news.platform.content.reading.ListedArticleRow;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The articles themselves. Whether a publish time has come is the database's clock's to say, so that replicas whose clocks
 * differ agree; hence what is saved as published is so by that clock, too, however far ahead a replica's is.
 */
@Component
final class Articles {
    private static final ListedArticleRow LISTED = new ListedArticleRow();
    private static final String WHOLE = "select " + ListedArticleRow.COLUMNS
            + ", a.body_html, a.preview_html, a.preview_rule from article a where a.id = :id";
    private static final String DUE = " and a.state = 'SCHEDULED' and a.publish_time <= clock_timestamp()";
    private static final String COLUMNS = """
            version, state, title, summary, body_html, preview_html, preview_rule, lang, channel_ids, author_ids, bylines,
            symbols, tags, cover_url, source_name, source_url, premium, publish_time, update_time, editor_id""";
    private static final String VALUES = """
            :version, :state, :title, :summary, :body, :preview, :rule, :lang, :channels, :authors, :bylines,
            :symbols, :tags, :cover, :sourceName, :sourceUrl, :premium,
            least(:publishTime, case when :state = 'PUBLISHED' then clock_timestamp() end), :updateTime, :editor""";

    private final JdbcClient jdbc;
    private final Pages pages;
    private final Bodies bodies;

    Articles(JdbcClient jdbc, Pages pages, Bodies bodies) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.bodies = bodies;
    }

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Article> lock(String id) {
        return jdbc.sql(WHOLE + " for update")
                .param("id", id)
                .query(this::article)
                .optional();
    }

    /** A scheduled one whose time has come by now: empty where it is not, or somebody else is at it. */
    Optional<Article> lockDue(String id) {
        return jdbc.sql(WHOLE + DUE + " for update skip locked")
                .param("id", id)
                .query(this::article)
                .optional();
    }

    /** For when it is scheduled; empty where it is not. */
    Optional<Instant> scheduledFor(String id) {
        return jdbc.sql("select publish_time from article where id = :id and state = 'SCHEDULED'")
                .param("id", id)
                .query((row, number) -> Instants.of(row, "publish_time"))
                .optional();
    }

    /** Which scheduled articles are due, the earliest first. */
    List<String> due(int limit) {
        return jdbc.sql("""
                        select id from article
                         where state = 'SCHEDULED' and publish_time <= now()
                         order by publish_time
                         limit :limit""").param("limit", limit).query(String.class).list();
    }

    /**
     * For editors, last changed first, as it was saved: a due article counts as scheduled until the scheduler is done. An
     * article that is saved while somebody pages moves to the head: it may be missed further down, never repeated.
     *
     * @param state null for any
     */
    Page<ListedArticle> editorial(@Nullable ArticleState state, PageRequest page) {
        return pages.byTime(
                PageScope.of("editorial").with("state", state),
                page,
                article -> new TimeAndId(article.updateTime(), article.id()),
                (after, limit) -> editorial(state, after, limit));
    }

    private List<ListedArticle> editorial(@Nullable ArticleState state, Optional<TimeAndId> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select " + ListedArticleRow.COLUMNS + " from article a where true");
        if (state != null) {
            sql.append(" and a.state = :state");
            parameters.put("state", state.name());
        }
        after.ifPresent(place -> {
            sql.append(" and (a.update_time, a.id) < (:time, :id)");
            parameters.put("time", Instants.parameter(place.time()));
            parameters.put("id", place.id());
        });
        sql.append(" order by a.update_time desc, a.id desc limit :limit");
        parameters.put("limit", limit);
        return jdbc.sql(sql.toString()).params(parameters).query(LISTED).list();
    }

    /** Adds it; the article as it is saved. */
    Article add(Article article, String editorId) {
        return write(
                "insert into article (id, " + COLUMNS + ") values (:id, " + VALUES + ") returning publish_time",
                article,
                editorId);
    }

    /** Replaces the one of its id; the article as it is saved. */
    Article replace(Article article, String editorId) {
        return write(
                "update article set (" + COLUMNS + ") = (" + VALUES + ") where id = :id returning publish_time",
                article,
                editorId);
    }

    private Article write(String sql, Article article, String editorId) {
        var teaser = article.teaser();
        return jdbc.sql(sql)
                .param("id", article.id())
                .param("version", article.version())
                .param("state", article.state().name())
                .param("title", teaser.title())
                .param("summary", teaser.summary())
                .param("body", article.body().html())
                .param("preview", article.body().preview())
                .param("rule", bodies.previewRule() + article.version())
                .param("lang", teaser.lang())
                .param("channels", array(teaser.channelIds()))
                .param("authors", array(teaser.authorIds()))
                .param("bylines", array(teaser.bylines()))
                .param("symbols", array(teaser.symbols()))
                .param("tags", array(teaser.tags()))
                .param("cover", teaser.coverUrl())
                .param("sourceName", teaser.sourceName())
                .param("sourceUrl", teaser.sourceUrl())
                .param("premium", teaser.premium())
                .param("publishTime", Instants.parameter(article.publishTime()))
                .param("updateTime", Instants.parameter(article.updateTime()))
                .param("editor", editorId)
                .query((row, number) ->
                        article.at(Instants.optional(row, "publish_time").orElse(null)))
                .single();
    }

    private Article article(ResultSet row, int number) throws SQLException {
        var listed = LISTED.mapRow(row, number);
        return new Article(
                listed.id(),
                listed.version(),
                ArticleState.valueOf(row.getString("state")),
                listed.teaser(),
                bodies.saved(
                        row.getString("body_html"),
                        row.getString("preview_html"),
                        row.getString("preview_rule"),
                        listed.version()),
                listed.publishTime(),
                listed.updateTime());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
