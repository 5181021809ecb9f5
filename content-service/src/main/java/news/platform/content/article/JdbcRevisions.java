package news.platform.content.article;

import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was saved of articles: only ever added to. */
@Component
final class JdbcRevisions {
    private final JdbcClient jdbc;

    JdbcRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Article article, Revision.Action action, String editorId, String note) {
        jdbc.sql("""
                        insert into article_revision (article_id, number, title, summary, body_html, editor_id,
                                                      create_time, action, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(article.id(), article.version())
                .params(article.teaser().title(), article.teaser().summary())
                .param(article.body().html())
                .param(editorId)
                .param(Instants.parameter(article.updateTime()))
                .params(action.name(), note)
                .update();
    }

    /** Latest first; empty for an unknown article. */
    List<Revision> page(String articleId, long before, int limit) {
        return jdbc.sql("""
                        select number, title, summary, body_html, editor_id, create_time, action, note
                          from article_revision
                         where article_id = ? and number < ?
                         order by number desc
                         limit ?""")
                .params(articleId, before, limit)
                .query((row, number) -> new Revision(
                        row.getLong("number"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body_html"),
                        row.getString("editor_id"),
                        Instants.of(row, "create_time"),
                        Revision.Action.valueOf(row.getString("action")),
                        row.getString("note")))
                .list();
    }
}
