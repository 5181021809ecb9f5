package news.platform.thirdparty.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of prices that were brought, in the database. */
@Component
final class KeptBars {
    private final JdbcClient jdbc;

    KeptBars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An instrument's, in their order. */
    List<Bar> of(String symbol) {
        return jdbc.sql("""
                        select bar_date, open, high, low, close, volume from daily_bar
                         where symbol = :symbol order by place""").param("symbol", symbol).query(KeptBars::bar).list();
    }

    /** By symbol the one that is played on that date: a day of theirs each day, again and again. */
    Map<String, Bar> playedOn(LocalDate date) {
        var played = new HashMap<String, Bar>();
        jdbc.sql("""
                        select symbol, bar_date, open, high, low, close, volume from daily_bar
                          join (select symbol, count(*) as days from daily_bar group by symbol) as counted using (symbol)
                         where place = :day % days""").param("day", date.toEpochDay()).query(row -> {
            played.put(row.getString("symbol"), bar(row, 0).on(date));
        });
        return played;
    }

    /** These instead of those before. */
    void replace(String symbol, List<Bar> bars) {
        jdbc.sql("delete from daily_bar where symbol = :symbol")
                .param("symbol", symbol)
                .update();
        jdbc.sql("""
                        insert into daily_bar (symbol, place, bar_date, open, high, low, close, volume)
                        select :symbol, place - 1, bar_date, open, high, low, close, volume from unnest(
                            cast(:dates as date[]), cast(:opens as numeric[]), cast(:highs as numeric[]),
                            cast(:lows as numeric[]), cast(:closes as numeric[]), cast(:volumes as bigint[]))
                            with ordinality as bar (bar_date, open, high, low, close, volume, place)""")
                .param("symbol", symbol)
                .param("dates", column(bars, Bar::date))
                .param("opens", column(bars, Bar::open))
                .param("highs", column(bars, Bar::high))
                .param("lows", column(bars, Bar::low))
                .param("closes", column(bars, Bar::close))
                .param("volumes", column(bars, Bar::volume))
                .update();
    }

    private static Bar bar(ResultSet row, int number) throws SQLException {
        return new Bar(
                row.getObject("bar_date", LocalDate.class),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getLong("volume"));
    }

    /** As text, which the driver passes on in arrays whatever it stands for. */
    private static String[] column(List<Bar> bars, Function<Bar, Object> value) {
        return bars.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
