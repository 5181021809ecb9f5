package news.platform.livenews.revision;

import java.util.List;
import news.platform.livenews.revision.LiveRevision.Action;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was saved of lives: added to, and what is old taken out in time. */
@Component
public final class LiveRevisions {
    private final JdbcClient jdbc;
    private final Pages pages;

    LiveRevisions(JdbcClient jdbc, Pages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /** Adds one. */
    public void add(String liveId, LiveRevision revision) {
        jdbc.sql("""
                        insert into live_revision (live_id, number, title, content_html, channel_ids, importance, editor_id,
                                                   create_time, action, note)
                        values (:live, :number, :title, :html, :channels, :importance, :editor, :time, :action, :note)""")
                .param("live", liveId)
                .param("number", revision.number())
                .param("title", revision.title())
                .param("html", revision.contentHtml())
                .param("channels", revision.channelIds().toArray(String[]::new))
                .param("importance", revision.importance())
                .param("editor", revision.editorId())
                .param("time", Instants.parameter(revision.createTime()))
                .param("action", revision.action().name())
                .param("note", revision.note())
                .update();
    }

    /** Latest first; empty where none is kept. */
    public Page<LiveRevision> page(String liveId, PageRequest page) {
        return pages.byNumber(
                PageScope.of("revisions").with("live", liveId),
                page,
                LiveRevision::number,
                (before, limit) -> before(liveId, before.orElse(Long.MAX_VALUE), limit));
    }

    private List<LiveRevision> before(String liveId, long number, int limit) {
        return jdbc.sql("""
                        select number, title, content_html, channel_ids, importance, editor_id, create_time, action, note
                          from live_revision
                         where live_id = :live and number < :number
                         order by number desc
                         limit :limit""")
                .param("live", liveId)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new LiveRevision(
                        row.getLong("number"),
                        row.getString("title"),
                        row.getString("content_html"),
                        List.of((String[]) row.getArray("channel_ids").getArray()),
                        row.getInt("importance"),
                        row.getString("editor_id"),
                        Instants.of(row, "create_time"),
                        Action.valueOf(row.getString("action")),
                        row.getString("note")))
                .list();
    }
}
