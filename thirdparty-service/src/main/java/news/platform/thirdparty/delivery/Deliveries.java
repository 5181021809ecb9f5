package news.platform.thirdparty.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages were sent, or are about to be: written before, so that none is sent twice. */
@Component
final class Deliveries {
    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these ids that nobody has taken before; from now on they are taken. */
    Set<String> take(Collection<String> ids, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        insert into delivery (id, take_time)
                        select unnest(:ids), :now
                        on conflict (id) do nothing
                        returning id""")
                .param("ids", ids.toArray(String[]::new))
                .param("now", Instants.parameter(now))
                .query(String.class)
                .list());
    }

    /** They were not sent: whoever asks again may take them. */
    void giveBack(Collection<String> ids) {
        jdbc.sql("delete from delivery where id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
