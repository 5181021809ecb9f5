package news.platform.market.candle;

import java.util.List;
import news.platform.persistence.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The splits in the database. */
@Component
final class Splits {
    private final JdbcClient jdbc;

    Splits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String symbol, Split split) {
        jdbc.sql("""
                        insert into split (symbol, split_time, numerator, denominator)
                        values (:symbol, :time, :numerator, :denominator)
                        on conflict (symbol, split_time) do update
                            set numerator = excluded.numerator, denominator = excluded.denominator""")
                .param("symbol", symbol)
                .param("time", Instants.parameter(split.time()))
                .param("numerator", split.numerator())
                .param("denominator", split.denominator())
                .update();
    }

    List<Split> of(String symbol) {
        return jdbc.sql("select split_time, numerator, denominator from split where symbol = :symbol")
                .param("symbol", symbol)
                .query((row, _) ->
                        new Split(Instants.of(row, "split_time"), row.getInt("numerator"), row.getInt("denominator")))
                .list();
    }
}
