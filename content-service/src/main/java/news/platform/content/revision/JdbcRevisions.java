package news.platform.content.revision;

import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was saved of articles: added to, and the surplus taken out in time. */
@Component
public final class JdbcRevisions {
    private final JdbcClient jdbc;
    private final RevisionProperties properties;

    JdbcRevisions(JdbcClient jdbc, RevisionProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Adds one; those that are no longer among the latest become surplus. */
    public void add(String articleId, Revision revision) {
        jdbc.sql("""
                        insert into article_revision (article_id, number, title, summary, body_html, editor_id,
                                                      create_time, action, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(articleId, revision.number())
                .params(revision.title(), revision.summary())
                .param(revision.bodyHtml())
                .param(revision.editorId())
                .param(Instants.parameter(revision.createTime()))
                .params(revision.action().name(), revision.note())
                .update();
        jdbc.sql("""
                        update article_revision set surplus_time = now()
                         where article_id = ? and number <= ? and surplus_time is null""").params(articleId, revision.number() - properties.latest()).update();
    }

    /** Latest first; empty for an unknown article. */
    public List<Revision> page(String articleId, long before, int limit) {
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
