package news.platform.content.revision;

import java.util.List;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was saved of articles: added to, and the surplus taken out in time. */
@Component
public final class Revisions {
    private final JdbcClient jdbc;
    private final Pages pages;
    private final RevisionProperties properties;

    Revisions(JdbcClient jdbc, Pages pages, RevisionProperties properties) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.properties = properties;
    }

    /** Adds one; those that are no longer among the latest become surplus. */
    public void add(String articleId, Revision revision) {
        jdbc.sql("""
                        insert into article_revision (article_id, number, title, summary, body_html, editor_id,
                                                      create_time, action, note)
                        values (:article, :number, :title, :summary, :body, :editor, :time, :action, :note)""")
                .param("article", articleId)
                .param("number", revision.number())
                .param("title", revision.title())
                .param("summary", revision.summary())
                .param("body", revision.bodyHtml())
                .param("editor", revision.editorId())
                .param("time", Instants.parameter(revision.createTime()))
                .param("action", revision.action().name())
                .param("note", revision.note())
                .update();
        long surplus = revision.number() - properties.latest();
        if (surplus > 0) {
            jdbc.sql("""
                            update article_revision set surplus_time = now()
                             where article_id = :article and number <= :surplus and surplus_time is null""").param("article", articleId).param("surplus", surplus).update();
        }
    }

    /** Latest first; empty for an unknown article. */
    public Page<Revision> page(String articleId, PageRequest page) {
        return pages.byNumber(
                PageScope.of("revisions").with("article", articleId),
                page,
                Revision::number,
                (before, limit) -> before(articleId, before.orElse(Long.MAX_VALUE), limit));
    }

    private List<Revision> before(String articleId, long number, int limit) {
        return jdbc.sql("""
                        select number, title, summary, body_html, editor_id, create_time, action, note
                          from article_revision
                         where article_id = :article and number < :number
                         order by number desc
                         limit :limit""")
                .param("article", articleId)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new Revision(
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
