package news.platform.work.task;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done, as often as it was. */
@Component
final class Effects {
    private final JdbcClient jdbc;

    Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String kind, String key) {
        jdbc.sql("insert into effect (kind, key) values (:kind, :key)")
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    List<String> of(String kind) {
        return jdbc.sql("select key from effect where kind = :kind order by key")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    int count(String kind) {
        return jdbc.sql("select count(*) from effect where kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
