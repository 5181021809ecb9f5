package news.platform.livenews.live;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import news.platform.livenews.reading.Live;
import news.platform.livenews.reading.LiveRow;
import news.platform.persistence.Instants;
import news.platform.persistence.page.Page;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lives themselves. */
@Component
final class Lives {
    private static final LiveRow ROW = new LiveRow();
    private static final String COLUMNS = """
            version, state, title, content_html, content_text, channel_ids, importance, symbols, tags, images, article_id,
            source_name, source_url, publish_time, update_time, editor_id""";
    private static final String VALUES = """
            :version, :state, :title, :html, :text, :channels, :importance, :symbols, :tags, :images, :article,
            :sourceName, :sourceUrl, :publishTime, :updateTime, :editor""";

    private final JdbcClient jdbc;
    private final Pages pages;

    Lives(JdbcClient jdbc, Pages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Live> lock(String id) {
        return jdbc.sql("select " + LiveRow.COLUMNS + " from live l where l.id = :id for update")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /**
     * For editors, last changed first. A live that is saved while somebody pages moves to the head: it may be missed further
     * down, never repeated.
     *
     * @param state null for any
     */
    Page<Live> editorial(Live.@Nullable State state, PageRequest page) {
        return pages.byTime(
                PageScope.of("editorial").with("state", state),
                page,
                live -> new TimeAndId(live.updateTime(), live.id()),
                (after, limit) -> editorial(state, after, limit));
    }

    private List<Live> editorial(Live.@Nullable State state, Optional<TimeAndId> after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("select " + LiveRow.COLUMNS + " from live l where true");
        if (state != null) {
            sql.append(" and l.state = :state");
            parameters.put("state", state.name());
        }
        after.ifPresent(place -> {
            sql.append(" and (l.update_time, l.id) < (:time, :id)");
            parameters.put("time", Instants.parameter(place.time()));
            parameters.put("id", place.id());
        });
        sql.append(" order by l.update_time desc, l.id desc limit :limit");
        parameters.put("limit", limit);
        return jdbc.sql(sql.toString()).params(parameters).query(ROW).list();
    }

    void add(Live live, String editorId) {
        write("insert into live (id, " + COLUMNS + ") values (:id, " + VALUES + ")", live, editorId);
    }

    void replace(Live live, String editorId) {
        write("update live set (" + COLUMNS + ") = (" + VALUES + ") where id = :id", live, editorId);
    }

    /** Notes the place of a live's publication in the log. */
    void arrived(String id, long sequence) {
        jdbc.sql("update live set sequence = :sequence where id = :id")
                .param("sequence", sequence)
                .param("id", id)
                .update();
    }

    private void write(String sql, Live live, String editorId) {
        var flash = live.flash();
        jdbc.sql(sql)
                .param("id", live.id())
                .param("version", live.version())
                .param("state", live.state().name())
                .param("title", flash.content().title())
                .param("html", flash.content().html())
                .param("text", flash.content().text())
                .param("channels", array(flash.channelIds()))
                .param("importance", flash.importance())
                .param("symbols", array(flash.symbols()))
                .param("tags", array(flash.tags()))
                .param("images", array(flash.images()))
                .param("article", flash.articleId())
                .param("sourceName", flash.sourceName())
                .param("sourceUrl", flash.sourceUrl())
                .param("publishTime", Instants.parameter(live.publishTime()))
                .param("updateTime", Instants.parameter(live.updateTime()))
                .param("editor", editorId)
                .update();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
