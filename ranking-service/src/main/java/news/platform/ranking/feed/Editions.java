package news.platform.ranking.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import news.platform.ranking.hot.Hotness;
import news.platform.ranking.item.ItemRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions of the feed, which all replicas share, and what they are made of. */
@Component
final class Editions {
    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the latest; 0 where there is none. */
    long latest() {
        return jdbc.sql("select coalesce(max(number), 0) from feed_edition")
                .query(Long.class)
                .single();
    }

    /** Without entries where there is none of the number, or no longer. */
    Edition find(long number) {
        var entries = jdbc.sql("""
                        select listed.place - 1 as place, listed.score, i.type, i.id, i.channel_ids, i.bylines, i.symbols, i.tags
                          from feed_edition e
                         cross join unnest(e.items, e.scores) with ordinality as listed (item, score, place)
                          join item i on i.number = listed.item
                         where e.number = :number
                         order by listed.place""")
                .param("number", number)
                .query((row, _) -> new Entry(
                        row.getInt("place"),
                        new ItemRef(row.getString("type"), row.getString("id")),
                        row.getDouble("score"),
                        texts(row, "channel_ids"),
                        texts(row, "bylines"),
                        texts(row, "symbols"),
                        texts(row, "tags")))
                .list();
        return new Edition(number, entries);
    }

    /** The latest articles and important lives, the hottest first. */
    List<Candidate> candidates(FeedProperties properties, Instant now) {
        return jdbc.sql("select i.number, i.title, i.publish_time, " + Hotness.SCORE + """
                         as score
                         from (select number, type, id, title, importance, publish_time from item
                                where recall_time is null and (type = 'articles' or importance >= :importance)
                                order by publish_time desc limit :size) i""" + Hotness.JOINS + """
                        order by score desc, i.number desc""")
                .param("importance", properties.minImportance())
                .param("size", properties.size())
                .param("now", Instants.parameter(now))
                .param("scale", Hotness.DAY_SCALE.toSeconds())
                .query((row, _) -> new Candidate(
                        row.getLong("number"),
                        row.getString("title"),
                        Instants.of(row, "publish_time"),
                        row.getDouble("score")))
                .list();
    }

    /** Adds one, unless it has what the latest has, in the same order. */
    void save(List<Candidate> listed, Instant now) {
        jdbc.sql("""
                        insert into feed_edition (items, scores, create_time)
                        select cast(:items as bigint[]), cast(:scores as double precision[]), :now
                         where cast(:items as bigint[]) is distinct from (
                               select items from feed_edition order by number desc limit 1)""")
                .param("items", listed.stream().map(Candidate::number).toArray(Long[]::new))
                .param("scores", listed.stream().map(Candidate::score).toArray(Double[]::new))
                .param("now", Instants.parameter(now))
                .update();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
