package news.platform.__name__.__name__;

import java.util.Optional;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The __names__ in the database. */
@Component
final class __Names__ {
    private final JdbcClient jdbc;

    __Names__(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<__Name__> find(String id) {
        return jdbc.sql("""
                        select id, name, create_time
                        from __name__
                        where id = :id
                        """)
                .param("id", id)
                .query((row, _) ->
                        new __Name__(row.getString("id"), row.getString("name"), Instants.of(row, "create_time")))
                .optional();
    }
}
