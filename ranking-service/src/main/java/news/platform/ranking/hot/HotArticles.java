package news.platform.ranking.hot;

import java.time.Instant;
import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles by what readers make of them. */
@Component
final class HotArticles {
    private final JdbcClient jdbc;

    HotArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of those of the period, hottest first; without those that were recalled. */
    List<String> hottest(Period period, Instant now, int limit) {
        return jdbc.sql("select i.id from item i" + Hotness.JOINS + """
                         where i.type = 'articles' and i.recall_time is null and i.publish_time > :since
                         order by\s""" + Hotness.SCORE + " desc, i.id limit :limit")
                .param("now", Instants.parameter(now))
                .param("since", Instants.parameter(now.minus(period.length())))
                .param("scale", period.scale().toSeconds())
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
