package news.platform.entitlement.plan;

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

    /** Whether it opened something else before. */
    boolean change(String planId, List<String> opens) {
        return jdbc.sql("""
                        insert into plan (id, opens) values (:id, :opens)
                        on conflict (id) do update set opens = excluded.opens where plan.opens <> excluded.opens""")
                        .param("id", planId)
                        .param("opens", opens.toArray(String[]::new))
                        .update()
                == 1;
    }
}
