package news.platform.market.candle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The candles in the database. */
@Component
public final class Candles {
    private static final String SELECT = """
            select interval_word, symbol, begin_time, open, high, low, close, volume, first_tick, last_tick from candle\s""";
    private static final Comparator<Candle> BY_KEY = Comparator.comparing(
                    (Candle candle) -> candle.key().interval().word())
            .thenComparing(candle -> candle.key().symbol())
            .thenComparing(candle -> candle.key().begin());

    private final JdbcClient jdbc;

    Candles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins these with what is there, in one statement and in the order of keys, so that no two wait for each other crosswise. */
    public void add(Collection<Candle> added) {
        write(added, """
                high = greatest(candle.high, excluded.high),
                low = least(candle.low, excluded.low),
                volume = candle.volume + excluded.volume,
                open = case when excluded.first_tick < candle.first_tick then excluded.open else candle.open end,
                first_tick = least(candle.first_tick, excluded.first_tick),
                close = case when excluded.last_tick >= candle.last_tick then excluded.close else candle.close end,
                last_tick = greatest(candle.last_tick, excluded.last_tick)""");
    }

    /** Puts these in the place of what is there. */
    void replace(Collection<Candle> candles) {
        write(candles, """
                high = excluded.high, low = excluded.low, volume = excluded.volume, open = excluded.open,
                first_tick = excluded.first_tick, close = excluded.close, last_tick = excluded.last_tick""");
    }

    private void write(Collection<Candle> candles, String set) {
        if (candles.isEmpty()) {
            return;
        }
        var rows = candles.stream().sorted(BY_KEY).toList();
        jdbc.sql("""
                        insert into candle as candle
                            (interval_word, symbol, begin_time, open, high, low, close, volume, first_tick, last_tick)
                        select * from unnest(
                            cast(:intervals as text[]), cast(:symbols as text[]), cast(:begins as timestamptz[]),
                            cast(:opens as numeric[]), cast(:highs as numeric[]), cast(:lows as numeric[]),
                            cast(:closes as numeric[]), cast(:volumes as bigint[]),
                            cast(:firsts as timestamptz[]), cast(:lasts as timestamptz[]))
                        on conflict (interval_word, symbol, begin_time) do update set\s""" + set)
                .param(
                        "intervals",
                        column(rows, candle -> candle.key().interval().word()))
                .param("symbols", column(rows, candle -> candle.key().symbol()))
                .param("begins", column(rows, candle -> candle.key().begin()))
                .param("opens", column(rows, candle -> candle.open().toPlainString()))
                .param("highs", column(rows, candle -> candle.high().toPlainString()))
                .param("lows", column(rows, candle -> candle.low().toPlainString()))
                .param("closes", column(rows, candle -> candle.close().toPlainString()))
                .param("volumes", column(rows, Candle::volume))
                .param("firsts", column(rows, Candle::firstTick))
                .param("lasts", column(rows, Candle::lastTick))
                .update();
    }

    /** The latest of those that begin in that time, the earliest first. */
    List<Candle> last(String symbol, Interval interval, Range range, int limit) {
        return range(symbol, interval, range, "desc", limit).reversed();
    }

    /** The earliest of those that begin in that time, the earliest first. */
    List<Candle> first(String symbol, Interval interval, Range range, int limit) {
        return range(symbol, interval, range, "asc", limit);
    }

    private List<Candle> range(String symbol, Interval interval, Range range, String order, int limit) {
        return jdbc.sql(SELECT + """
                        where interval_word = :interval and symbol = :symbol and begin_time >= :from and begin_time < :to
                        order by begin_time %s limit :limit""".formatted(order))
                .param("interval", interval.word())
                .param("symbol", symbol)
                .param("from", Instants.parameter(range.from()))
                .param("to", Instants.parameter(range.to()))
                .param("limit", limit)
                .query(Candles::candle)
                .list();
    }

    /** The last two sessions of each instrument, the latest first. */
    public List<Candle> lastSessions() {
        return jdbc.sql("""
                        select interval_word, symbol, begin_time, open, high, low, close, volume, first_tick, last_tick
                          from instrument
                         cross join lateral (
                            select interval_word, begin_time, open, high, low, close, volume, first_tick, last_tick from candle
                             where interval_word = '1d' and candle.symbol = instrument.symbol
                             order by begin_time desc limit 2) as latest
                         order by symbol, begin_time desc""").query(Candles::candle).list();
    }

    /** Whether a price has been counted that was made after this time, up to now. */
    boolean countedLater(Instant time, Instant now) {
        return jdbc.sql("""
                        select exists (
                            select from instrument
                             cross join lateral (
                                select last_tick from candle
                                 where interval_word = '1d' and candle.symbol = instrument.symbol
                                   and begin_time <= :now
                                 order by begin_time desc limit 1) as latest
                             where last_tick > :time and last_tick <= :now)""")
                .param("time", Instants.parameter(time))
                .param("now", Instants.parameter(now))
                .query(Boolean.class)
                .single();
    }

    private static Candle candle(ResultSet row, int number) throws SQLException {
        return new Candle(
                new Candle.Key(
                        Interval.of(row.getString("interval_word")),
                        row.getString("symbol"),
                        Instants.of(row, "begin_time")),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getLong("volume"),
                Instants.of(row, "first_tick"),
                Instants.of(row, "last_tick"));
    }

    /** As text, which the driver passes on in arrays whatever it stands for. */
    private static String[] column(List<Candle> rows, Function<Candle, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** A time: from its first moment up to its last, which is not in it. */
    record Range(Instant from, Instant to) {}
}
