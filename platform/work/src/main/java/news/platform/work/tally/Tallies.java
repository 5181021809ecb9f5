package news.platform.work.tally;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where changes of counts are added, in the transaction that makes them true. They touch no row that others touch. A key has
 * as many measures as are named. Thread-safe.
 */
public final class Tallies {
    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds to one count.
     *
     * @param kind a {@link Tally}'s
     * @param delta how many more, negative for fewer; zero has the key told of without a change
     */
    public void add(String kind, String key, String measure, long delta) {
        addAll(kind, List.of(key), measure, delta);
    }

    /** The same for several keys; one that is named twice changes twice. */
    public void addAll(String kind, Collection<String> keys, String measure, long delta) {
        jdbc.sql("""
                        insert into platform.tally_change (kind, key, measure, delta)
                        select :kind, unnest(:keys), :measure, :delta""")
                .param("kind", kind)
                .param("keys", keys.toArray(String[]::new))
                .param("measure", measure)
                .param("delta", delta)
                .update();
    }

    /**
     * An expression for the count as the statement sees it, what is not counted yet included: who has just added sees it.
     *
     * @param kind trusted text
     * @param key an SQL expression, without a table called {@code tallied} or {@code waiting}; trusted text
     * @param measure trusted text
     */
    public static String now(String kind, String key, String measure) {
        return """
                coalesce((
                    select sum(part.n) from (
                        select tallied.count as n from platform.tally tallied
                         where tallied.kind = '%1$s' and tallied.key = %2$s and tallied.measure = '%3$s'
                        union all
                        select waiting.delta from platform.tally_change waiting
                         where waiting.kind = '%1$s' and waiting.key = %2$s and waiting.measure = '%3$s') part), 0)""".formatted(kind, key, measure);
    }
}
