package news.platform.user.mark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The marks on all lists of all users. */
@Component
final class Marks {
    private static final String COLUMNS = "user_id, target, version, create_time";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    /** What was there is told with the version of its end. */
    private static final String RETURNING_ENDED =
            " returning user_id, target, nextval('mark_version') as version, create_time";

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The new mark; empty where it was there already. */
    Optional<Mark> add(MarkList list, String userId, Target target, Instant now) {
        return jdbc.sql("""
                        insert into mark (user_id, list, target, create_time) values (:user, :list, :target, :now)
                        on conflict (user_id, list, target) do nothing
                        returning\s""" + COLUMNS)
                .param("user", userId)
                .param("list", list.name())
                .param("target", target.toString())
                .param("now", Instants.parameter(now))
                .query(Marks::mark)
                .optional();
    }

    int count(MarkList list, String userId) {
        return jdbc.sql("select count(*) from mark where user_id = :user and list = :list")
                .param("user", userId)
                .param("list", list.name())
                .query(Integer.class)
                .single();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<Mark> page(MarkList list, String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql("select " + COLUMNS + """
                         from mark
                        where user_id = :user and list = :list and (create_time, target) < (:time, :target)
                        order by create_time desc, target desc limit :limit""")
                .param("user", userId)
                .param("list", list.name())
                .param("time", Instants.parameter(place.time()))
                .param("target", place.id())
                .param("limit", limit)
                .query(Marks::mark)
                .list();
    }

    /** What was removed; empty where there was nothing. */
    Optional<Mark> remove(MarkList list, String userId, Target target) {
        return jdbc.sql("delete from mark where user_id = :user and list = :list and target = :target"
                        + RETURNING_ENDED)
                .param("user", userId)
                .param("list", list.name())
                .param("target", target.toString())
                .query(Marks::mark)
                .optional();
    }

    /** What was removed. */
    List<Mark> removeAll(MarkList list, String userId) {
        return jdbc.sql("delete from mark where user_id = :user and list = :list" + RETURNING_ENDED)
                .param("user", userId)
                .param("list", list.name())
                .query(Marks::mark)
                .list();
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                row.getString("user_id"),
                Target.of(row.getString("target")),
                row.getLong("version"),
                Instants.of(row, "create_time"));
    }
}
