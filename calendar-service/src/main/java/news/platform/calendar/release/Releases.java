package news.platform.calendar.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The releases in the database. */
@Component
public final class Releases {
    private static final String SELECT = """
            select release.id, indicator_id, indicator.name, country, unit, importance, release_time, undecided, actual,
                   forecast, previous, revised, period, state, version, move
              from release join indicator on indicator.id = indicator_id\s""";

    private final JdbcClient jdbc;

    Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the indicator has one of this period already. */
    boolean add(Release release) {
        var indicator = release.indicator();
        jdbc.sql("""
                        insert into indicator (id, name, country, unit) values (:id, :name, :country, :unit)
                        on conflict do nothing""")
                .param("id", indicator.id())
                .param("name", indicator.name())
                .param("country", indicator.country())
                .param("unit", indicator.unit())
                .update();
        return values(jdbc.sql("""
                        insert into release (id, indicator_id, importance, release_time, undecided, actual, forecast, previous,
                                             revised, period, state, version, move)
                        values (:id, :indicator, :importance, :time, :undecided, :actual, :forecast, :previous,
                                :revised, :period, :state, :version, :move)
                        on conflict (indicator_id, period) where period <> '' do nothing"""), release)
                        .param("indicator", indicator.id())
                        .param("period", release.period())
                        .update()
                > 0;
    }

    void save(Release release) {
        values(jdbc.sql("""
                        update release
                           set importance = :importance, release_time = :time, undecided = :undecided, actual = :actual,
                               forecast = :forecast, previous = :previous, revised = :revised, state = :state,
                               version = :version, move = :move
                         where id = :id"""), release).update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Release release) {
        return statement
                .param("id", release.id())
                .param("importance", release.importance())
                .param("time", Instants.parameter(release.time()))
                .param("undecided", release.undecided())
                .param("actual", release.figures().actual())
                .param("forecast", release.figures().forecast())
                .param("previous", release.figures().previous())
                .param("revised", release.figures().revised())
                .param("state", release.state().name())
                .param("version", release.version())
                .param("move", release.move());
    }

    /** The release; nobody changes it until the transaction ends. */
    public Optional<Release> lock(String id) {
        return jdbc.sql(SELECT + "where release.id = :id for update of release")
                .param("id", id)
                .query(Releases::release)
                .optional();
    }

    boolean knows(String indicatorId) {
        return jdbc.sql("select exists (select from indicator where id = :id)")
                .param("id", indicatorId)
                .query(Boolean.class)
                .single();
    }

    /** The next one of the same indicator that is to come; nobody changes it until the transaction ends. */
    Optional<Release> lockNext(Release release) {
        return jdbc.sql(SELECT + """
                        where indicator_id = :indicator and state = 'SCHEDULED' and (release_time, release.id) > (:time, :id)
                        order by release_time, release.id limit 1 for update of release""")
                .param("indicator", release.indicator().id())
                .param("time", Instants.parameter(release.time()))
                .param("id", release.id())
                .query(Releases::release)
                .optional();
    }

    /** The earliest first, those after the given place; from the start where it is empty. */
    public List<Release> page(ReleaseFilter filter, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(new TimeAndId(Instant.parse("0001-01-01T00:00:00Z"), ""));
        return jdbc.sql(SELECT + """
                        where release_time >= :from and release_time < :to and (release_time, release.id) > (:time, :id)
                          and importance >= :importance and (cardinality(:countries) = 0 or country = any(:countries))
                        order by release_time, release.id limit :limit""")
                .param("from", Instants.parameter(filter.from()))
                .param("to", Instants.parameter(filter.to()))
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("importance", filter.minImportance())
                .param("countries", filter.countries().toArray(String[]::new))
                .param("limit", limit)
                .query(Releases::release)
                .list();
    }

    /** Those whose figures are out, the latest first, those after the given place; from the start where it is empty. */
    List<Release> history(String indicatorId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(new TimeAndId(ReleaseFilter.NEVER, ""));
        return jdbc.sql(SELECT + """
                        where indicator_id = :indicator and state <> 'SCHEDULED' and (release_time, release.id) < (:time, :id)
                        order by release_time desc, release.id desc limit :limit""")
                .param("indicator", indicatorId)
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(Releases::release)
                .list();
    }

    /** Those that a user is reminded of, the earliest first. */
    public List<Release> remindedOf(String userId, Instant from) {
        return jdbc.sql(SELECT + """
                        join reminder on reminder.release_id = release.id
                        where user_id = :user and release_time >= :from
                        order by release_time, release.id""")
                .param("user", userId)
                .param("from", Instants.parameter(from))
                .query(Releases::release)
                .list();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getString("id"),
                new Indicator(
                        row.getString("indicator_id"),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("unit")),
                row.getInt("importance"),
                Instants.of(row, "release_time"),
                row.getBoolean("undecided"),
                new Figures(
                        row.getString("actual"),
                        row.getString("forecast"),
                        row.getString("previous"),
                        row.getString("revised")),
                row.getString("period"),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("move"));
    }
}
