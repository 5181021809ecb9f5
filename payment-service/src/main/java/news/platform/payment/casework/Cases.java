package news.platform.payment.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.payment.casework.Case.Closing;
import news.platform.persistence.IdSource;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases in the database. */
@Component
public final class Cases {
    private static final String SELECT = """
            select id, kind, channel, subject, here, there, open_time, close_time, closed_by, note
              from difference_case\s""";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    Cases(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a case, in the current transaction, unless there is or was one of this kind and subject. */
    public void open(Difference difference) {
        jdbc.sql("""
                        insert into difference_case (id, kind, channel, subject, here, there, open_time)
                        values (:id, :kind, :channel, :subject, :here, :there, :now)
                        on conflict (channel, kind, subject) do nothing""")
                .param("id", ids.next())
                .param("kind", difference.kind().name())
                .param("channel", difference.channel())
                .param("subject", difference.subject())
                .param("here", difference.here())
                .param("there", difference.there())
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    Optional<Case> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Cases::read)
                .optional();
    }

    /** False where somebody has closed it, or there is none. */
    boolean close(String id, Closing closing) {
        return jdbc.sql("""
                        update difference_case set close_time = :time, closed_by = :by, note = :note
                         where id = :id and close_time is null""")
                        .param("id", id)
                        .param("time", Instants.parameter(closing.time()))
                        .param("by", closing.by())
                        .param("note", closing.note())
                        .update()
                == 1;
    }

    /** How many nobody has closed. */
    long open() {
        return jdbc.sql("select count(*) from difference_case where close_time is null")
                .query(Long.class)
                .single();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<Case> page(boolean closed, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql(SELECT + (closed ? "where close_time is not null" : "where close_time is null") + """
                         and (open_time, id) < (:time, :id)
                        order by open_time desc, id desc limit :limit""")
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Cases::read)
                .list();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("id"),
                new Difference(
                        Difference.Kind.valueOf(row.getString("kind")),
                        row.getString("channel"),
                        row.getString("subject"),
                        row.getString("here"),
                        row.getString("there")),
                Instants.of(row, "open_time"),
                closing(row));
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        var time = Instants.optional(row, "close_time");
        return time.isEmpty() ? null : new Closing(time.get(), row.getString("closed_by"), row.getString("note"));
    }
}
