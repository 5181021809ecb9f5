package news.platform.search.trending;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked what within a day. */
@Component
final class AskedQueries {
    private static final Comparator<Asked> ORDER =
            Comparator.comparing(Asked::text).thenComparing(Asked::asker);

    private final JdbcClient jdbc;

    AskedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds them, always in the same order, so that two batches never wait for each other crosswise. Who asks the same again within a
     * minute changes nothing that shows, and costs no row.
     */
    void add(Map<Asked, Instant> last) {
        var asked =
                last.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
        jdbc.sql("""
                        insert into asked_query (text, asker, time)
                        select text, asker, time::timestamptz from unnest(:texts, :askers, :times) as batch (text, asker, time)
                         where not exists (
                               select from asked_query known
                                where known.text = batch.text and known.asker = batch.asker
                                  and known.time > batch.time::timestamptz - interval '1 minute')
                        on conflict (text, asker) do update set time = greatest(asked_query.time, excluded.time)""")
                .param("texts", texts(asked, one -> one.getKey().text()))
                .param("askers", texts(asked, one -> one.getKey().asker()))
                .param("times", texts(asked, one -> one.getValue().toString()))
                .update();
    }

    /** What was asked by so many, the most and latest first. */
    List<AskedQuery> frequent(TrendingProperties properties, Instant now, int limit) {
        return jdbc.sql("""
                        select text, count(*) as askers
                          from asked_query
                         where time > :since
                         group by text
                        having count(*) >= :least
                         order by sum(power(0.5, extract(epoch from :now - time) / :halfLife)) desc, text
                         limit :limit""")
                .param("since", Instants.parameter(now.minus(properties.keep())))
                .param("now", Instants.parameter(now))
                .param("halfLife", properties.halfLife().toSeconds())
                .param("least", properties.minAskers())
                .param("limit", limit)
                .query((row, _) -> new AskedQuery(row.getString("text"), row.getInt("askers")))
                .list();
    }

    private static String[] texts(
            List<Map.Entry<Asked, Instant>> asked, Function<Map.Entry<Asked, Instant>, String> text) {
        return asked.stream().map(text).toArray(String[]::new);
    }

    /** That somebody asked something. */
    record Asked(String text, String asker) {}
}
