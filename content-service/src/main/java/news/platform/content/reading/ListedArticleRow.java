package news.platform.content.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.RowMapper;

/** Reads what {@link #COLUMNS} selects of table article as a. */
public final class ListedArticleRow implements RowMapper<ListedArticle> {
    /** The columns, first in the select list. */
    public static final String COLUMNS = """
            a.id, a.version, a.state, a.publish_time, a.update_time, a.publish_time <= now() as due,
            a.title, a.summary, a.lang, a.channel_ids, a.author_ids, a.bylines, a.symbols, a.tags,
            a.cover_url, a.source_name, a.source_url, a.premium""";

    /** Reads them. */
    public ListedArticleRow() {}

    @Override
    public ListedArticle mapRow(ResultSet row, int number) throws SQLException {
        var state = ArticleState.valueOf(row.getString("state"));
        var due = row.getBoolean("due");
        return new ListedArticle(
                row.getString("id"),
                row.getLong("version"),
                state == ArticleState.SCHEDULED && due ? ArticleState.PUBLISHED : state,
                teaser(row),
                Instants.optional(row, "publish_time").orElse(null),
                Instants.of(row, "update_time"));
    }

    private static Teaser teaser(ResultSet row) throws SQLException {
        return new Teaser(
                row.getString("title"),
                row.getString("summary"),
                row.getString("lang"),
                texts(row, "channel_ids"),
                texts(row, "author_ids"),
                texts(row, "bylines"),
                texts(row, "symbols"),
                texts(row, "tags"),
                row.getString("cover_url"),
                row.getString("source_name"),
                row.getString("source_url"),
                row.getBoolean("premium"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
