package news.platform.entitlement.plan;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What plans open, in the database. */
@Component
final class Openings {
    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where there is no such plan, or there was none when this replica was started. */
    List<String> of(String planId) {
        return jdbc.sql("select unnest(opens) as opens from plan where id = :id order by opens")
                .param("id", planId)
                .query(String.class)
                .list();
    }

    /** Whether it opened something else before; then the others are to be told. */
    boolean change(String planId, List<String> opens) {
        return jdbc.sql("""
                        insert into plan (id, opens) values (:id, :opens)
                        on conflict (id) do update set opens = excluded.opens, told = false
                         where plan.opens <> excluded.opens""")
                        .param("id", planId)
                        .param("opens", opens.toArray(String[]::new))
                        .update()
                == 1;
    }

    /** Those of the plans that the others do not know as they are; from now on they do. */
    List<Told> tell(Collection<String> planIds) {
        return told("""
                update plan set told = true, version = version + 1
                 where id = any (:ids) and not told
                returning id, version""", planIds);
    }

    /** All other plans that the others know; from now on they do not. */
    List<Told> tellEndOfOthers(Collection<String> planIds) {
        return told("""
                update plan set told = false, version = version + 1
                 where id <> all (:ids) and told
                returning id, version""", planIds);
    }

    private List<Told> told(String sql, Collection<String> planIds) {
        return jdbc.sql(sql)
                .param("ids", planIds.toArray(String[]::new))
                .query((row, _) -> new Told(row.getString("id"), row.getLong("version")))
                .list();
    }

    /**
     * That the others are told of a plan.
     *
     * @param version of what they are told
     */
    record Told(String planId, long version) {}
}
