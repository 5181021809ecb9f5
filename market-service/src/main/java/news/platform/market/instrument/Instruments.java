package news.platform.market.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instruments in the database. */
@Component
final class Instruments {
    private final JdbcClient jdbc;

    Instruments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether it was not there. */
    boolean add(Instrument instrument) {
        return jdbc.sql("""
                        insert into instrument (symbol, name, name_zh, pinyin, exchange, kind, currency_code, decimals, version)
                        values (:symbol, :name, :nameZh, :pinyin, :exchange, :kind, :currency, :decimals, 1)
                        on conflict do nothing""")
                        .param("symbol", instrument.symbol())
                        .param("name", instrument.name())
                        .param("nameZh", instrument.nameZh())
                        .param("pinyin", instrument.pinyin())
                        .param("exchange", instrument.exchange())
                        .param("kind", instrument.kind().name())
                        .param("currency", instrument.currencyCode())
                        .param("decimals", instrument.decimals())
                        .update()
                > 0;
    }

    List<Instrument> all() {
        return jdbc.sql("""
                        select symbol, name, name_zh, pinyin, exchange, kind, currency_code, decimals
                          from instrument order by symbol""").query(Instruments::instrument).list();
    }

    private static Instrument instrument(ResultSet row, int number) throws SQLException {
        return new Instrument(
                row.getString("symbol"),
                row.getString("name"),
                row.getString("name_zh"),
                row.getString("pinyin"),
                row.getString("exchange"),
                Kind.valueOf(row.getString("kind")),
                row.getString("currency_code"),
                row.getInt("decimals"));
    }
}
