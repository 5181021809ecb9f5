package news.platform.comment.thread;

import java.sql.ResultSet;
import java.sql.SQLException;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.RowMapper;

/** A comment as a row of a statement has it. */
final class CommentRow implements RowMapper<Comment> {
    /** Of a comment that the statement calls {@code c}. */
    static final String COLUMNS = """
            c.id, c.target, coalesce(c.root_id, '') as root_id, coalesce(c.reply_to_id, '') as reply_to_id, c.author_id, c.text,
            c.state, c.reason, c.version, c.create_time, c.update_time, c.hot_time""";

    @Override
    public Comment mapRow(ResultSet row, int number) throws SQLException {
        return new Comment(
                row.getString("id"),
                row.getString("target"),
                row.getString("root_id"),
                row.getString("reply_to_id"),
                row.getString("author_id"),
                row.getString("text"),
                Comment.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getLong("version"),
                Instants.of(row, "create_time"),
                Instants.of(row, "update_time"));
    }
}
