package news.platform.content.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.RowMapper;

/** Reads what {@link #COLUMNS} selects of table article as a. */
public final class ListedArticleRow implements RowMapper<ListedArticle> {
    /** The columns, first in the select list. */
    public static final String COLUMNS = """
            a.id, a.version, a.state, a.publish_time, a.update_time, a.publish_time <= now(),
            a.title, a.summary, a.lang, a.channel_ids, a.author_ids, a.bylines, a.symbols, a.tags,
            a.cover_url, a.source_name, a.source_url, a.premium""";

    /** Reads them. */
    public ListedArticleRow() {}

    @Override
    public ListedArticle mapRow(ResultSet row, int number) throws SQLException {
        var state = ArticleState.valueOf(row.getString(3));
        var due = row.getBoolean(6);
        return new ListedArticle(
                row.getString(1),
                row.getLong(2),
                state == ArticleState.SCHEDULED && due ? ArticleState.PUBLISHED : state,
                teaser(row),
                Instants.optional(row, "publish_time").orElse(null),
                Instants.of(row, "update_time"));
    }

    private static Teaser teaser(ResultSet row) throws SQLException {
        return new Teaser(
                row.getString(7),
                row.getString(8),
                row.getString(9),
                texts(row, 10),
                texts(row, 11),
                texts(row, 12),
                texts(row, 13),
                texts(row, 14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getBoolean(18));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
