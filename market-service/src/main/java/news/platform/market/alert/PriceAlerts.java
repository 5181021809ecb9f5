package news.platform.market.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.platform.persistence.Instants;
import news.platform.persistence.page.TimeAndId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The price alerts in the database. */
@Component
public final class PriceAlerts {
    private static final String COLUMNS =
            " id, user_id, symbol, condition, threshold, window_seconds, rearming, version, trigger_time, create_time";
    private static final TimeAndId BEFORE_ALL = new TimeAndId(Instant.parse("9999-12-31T00:00:00Z"), "");
    private static final String MOVES = """
            with move as (
                select symbol, high, low, last, first, time
                  from unnest(cast(:symbols as text[]), cast(:highs as numeric[]), cast(:lows as numeric[]),
                              cast(:lasts as numeric[]), cast(:firsts as timestamptz[]), cast(:times as timestamptz[]))
                    as move (symbol, high, low, last, first, time))
            """;

    private final JdbcClient jdbc;

    PriceAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PriceAlert alert) {
        jdbc.sql("insert into price_alert (" + COLUMNS + """
                        ) values (:id, :user, :symbol, :condition, :threshold, :window, :rearming, 0, null, :now)""")
                .param("id", alert.id())
                .param("user", alert.userId())
                .param("symbol", alert.symbol())
                .param("condition", alert.condition().name())
                .param("threshold", alert.threshold())
                .param("window", alert.window().map(Duration::toSeconds).orElse(null))
                .param("rearming", alert.rearming())
                .param("now", Instants.parameter(alert.createTime()))
                .update();
    }

    /** Those of a user; until the transaction ends no other ones are added. */
    int lockedCount(String userId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('price-alert/' || :user, 0)) is null")
                .param("user", userId)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select count(*) from price_alert where user_id = :user")
                .param("user", userId)
                .query(Integer.class)
                .single();
    }

    /** Latest first, those after the given place; from the start where it is empty. */
    List<PriceAlert> page(String userId, Optional<TimeAndId> after, int limit) {
        var place = after.orElse(BEFORE_ALL);
        return jdbc.sql("select" + COLUMNS + """
                         from price_alert
                        where user_id = :user and (create_time, id) < (:time, :id)
                        order by create_time desc, id desc limit :limit""")
                .param("user", userId)
                .param("time", Instants.parameter(place.time()))
                .param("id", place.id())
                .param("limit", limit)
                .query(PriceAlerts::alert)
                .list();
    }

    void remove(String userId, String id) {
        jdbc.sql("delete from price_alert where user_id = :user and id = :id")
                .param("user", userId)
                .param("id", id)
                .update();
    }

    /** All of a user. */
    public void removeAll(String userId) {
        jdbc.sql("delete from price_alert where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Those that waited for these moves, told by now; what was before an alert is nothing to it, as {@link Move#since} has it. */
    List<PriceAlert> trigger(List<Move> moves) {
        return moved(moves, """
                update price_alert as alert
                   set armed = false, version = version + 1, trigger_time = move.time
                  from move
                 where alert.symbol = move.symbol and armed and move.time >= create_time
                   and (condition = 'ABOVE' and case when move.first < create_time then move.last else move.high end >= threshold
                     or condition = 'BELOW' and case when move.first < create_time then move.last else move.low end <= threshold
                     or condition = 'CHANGE' and (
                        select move.last >= min(candle.low) * (1 + threshold / 100)
                            or move.last <= max(candle.high) * (1 - threshold / 100)
                          from candle
                         where interval_word = '1m' and candle.symbol = move.symbol
                           and begin_time > move.time - window_seconds * interval '1 second'))
                returning\s""" + COLUMNS.replace(" symbol", " alert.symbol"))
                .query(PriceAlerts::alert)
                .list();
    }

    /** Those that are told again wait again once the price is back, or the window has passed; not sooner than after the pause. */
    void rearm(List<Move> moves, Duration pause) {
        moved(moves, """
                update price_alert as alert set armed = true
                  from move
                 where alert.symbol = move.symbol and not armed and rearming
                   and trigger_time <= move.time - :pause * interval '1 second'
                   and (condition = 'ABOVE' and move.last < threshold
                     or condition = 'BELOW' and move.last > threshold
                     or condition = 'CHANGE' and trigger_time <= move.time - window_seconds * interval '1 second')""").param("pause", pause.toSeconds()).update();
    }

    private JdbcClient.StatementSpec moved(List<Move> moves, String update) {
        return jdbc.sql(MOVES + update)
                .param("symbols", column(moves, Move::symbol))
                .param("highs", column(moves, move -> move.high().toPlainString()))
                .param("lows", column(moves, move -> move.low().toPlainString()))
                .param("lasts", column(moves, move -> move.last().toPlainString()))
                .param("firsts", column(moves, Move::first))
                .param("times", column(moves, Move::time));
    }

    private static String[] column(List<Move> moves, Function<Move, Object> value) {
        return moves.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static PriceAlert alert(ResultSet row, int number) throws SQLException {
        long window = row.getLong("window_seconds");
        return new PriceAlert(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("symbol"),
                Condition.valueOf(row.getString("condition")),
                row.getBigDecimal("threshold"),
                window == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(window)),
                row.getBoolean("rearming"),
                row.getLong("version"),
                Instants.optional(row, "trigger_time"),
                Instants.of(row, "create_time"));
    }
}
