package news.platform.thirdparty.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.State;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.parse.FeedFormat;

/** Reads what {@link #COLUMNS} selects of table feed_source as f. */
final class FeedSourceRow {
    static final String COLUMNS = """
            f.id, f.url, f.moved_from, f.channel_id, f.target, f.name, f.feed_title, f.format, f.lenient, f.interval_seconds,
            f.state, f.revision, f.create_time, f.last_poll_time, f.last_outcome, f.last_error, f.item_count,
            f.consecutive_failures, f.next_poll_time, f.http_etag, f.http_last_modified
            """;

    private FeedSourceRow() {}

    static FeedSource read(ResultSet row, int number) throws SQLException {
        return new FeedSource(
                row.getString("id"),
                row.getString("url"),
                row.getString("moved_from"),
                row.getString("channel_id"),
                Target.valueOf(row.getString("target")),
                row.getString("name"),
                row.getString("feed_title"),
                Optional.ofNullable(row.getString("format"))
                        .map(FeedFormat::valueOf)
                        .orElse(null),
                row.getBoolean("lenient"),
                row.getInt("interval_seconds"),
                State.valueOf(row.getString("state")),
                row.getLong("revision"),
                Instants.of(row, "create_time"),
                new Health(
                        Instants.optional(row, "last_poll_time").orElse(null),
                        row.getString("last_outcome"),
                        row.getString("last_error"),
                        row.getLong("item_count"),
                        row.getInt("consecutive_failures"),
                        Instants.of(row, "next_poll_time")),
                new Validators(row.getString("http_etag"), row.getString("http_last_modified")));
    }
}
