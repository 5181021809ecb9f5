package news.platform.benchmarks.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import news.platform.local.console.Complaint;
import news.platform.local.up.RunningPlatform;

/**
 * Articles made of those that are there, written straight into content-service's table: no event tells of them, so only an index that
 * is made anew has them. They are listed nowhere else but among all articles. Closing deletes them.
 */
final class Copies implements AutoCloseable {
    private static final String PREFIX = "bench-copy-";

    /** Each as much older as it is a later copy, and with a number of its own in its title. */
    private static final String COPY = """
            insert into article (id, version, state, title, summary, body_html, preview_html, preview_rule, lang, channel_ids,
                                 author_ids, bylines, symbols, tags, cover_url, source_name, source_url, premium, publish_time,
                                 update_time, editor_id)
            select '%1$s' || %2$d || '-' || id, version, state, title || ' ' || %2$d, summary, body_html, preview_html, preview_rule,
                   lang, channel_ids, author_ids, bylines, symbols, tags, cover_url, source_name, source_url, premium,
                   publish_time - interval '1 hour' * %2$d, update_time, editor_id
              from article
             where state = 'PUBLISHED' and not premium and id not like '%1$s%%'
             order by id
             limit %3$d
            """;

    private final Connection connection;
    private final Statement statement;

    Copies(RunningPlatform platform) {
        try {
            connection = platform.database("content");
            statement = connection.createStatement();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Makes so many. */
    void make(int count) {
        try {
            int made = 0;
            for (int copy = 1; made < count; copy++) {
                int more = statement.executeUpdate(COPY.formatted(PREFIX, copy, count - made));
                if (more == 0) {
                    throw new Complaint(
                            "There are no articles to be copied: ./news up loads some, ./news import more.");
                }
                made += more;
            }
            statement.execute("analyze article");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            statement.executeUpdate("delete from article where id like '" + PREFIX + "%'");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Complaint failed(SQLException e) {
        return new Complaint("content-service's table cannot be written: " + e.getMessage(), e);
    }
}
