package news.platform.livenews.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import news.platform.livenews.content.Content;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.RowMapper;

/** Reads what {@link #COLUMNS} selects of table live as l. */
public final class LiveRow implements RowMapper<Live> {
    /** The columns, first in the select list. */
    public static final String COLUMNS = """
            l.id, l.version, l.state, l.title, l.content_html, l.content_text, l.channel_ids, l.importance, l.symbols, l.tags,
            l.images, l.article_id, l.source_name, l.source_url, l.publish_time, l.update_time""";

    /** Reads them. */
    public LiveRow() {}

    @Override
    public Live mapRow(ResultSet row, int number) throws SQLException {
        return new Live(
                row.getString("id"),
                row.getLong("version"),
                Live.State.valueOf(row.getString("state")),
                new Flash(
                        new Content(
                                row.getString("title"), row.getString("content_html"), row.getString("content_text")),
                        texts(row, "channel_ids"),
                        row.getInt("importance"),
                        texts(row, "symbols"),
                        texts(row, "tags"),
                        texts(row, "images"),
                        row.getString("article_id"),
                        row.getString("source_name"),
                        row.getString("source_url")),
                Instants.of(row, "publish_time"),
                Instants.of(row, "update_time"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
