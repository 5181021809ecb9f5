package news.platform.content.offer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What plans open, in the database, as entitlement-service last told it; all in the transaction of the caller. */
@Component
final class Plans {
    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over what a plan opens, nothing where it is no more; unless something newer is known of it. */
    void told(String id, long version, List<String> opens) {
        jdbc.sql("""
                        insert into plan (id, version, opens) values (:id, :version, :opens)
                        on conflict (id) do update set version = excluded.version, opens = excluded.opens
                         where plan.version < excluded.version""")
                .param("id", id)
                .param("version", version)
                .param("opens", opens.toArray(String[]::new))
                .update();
    }

    /** Forgets all. */
    void forget() {
        jdbc.sql("delete from plan").update();
    }
}
