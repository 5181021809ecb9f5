package news.platform.thirdparty.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.thirdparty.price.PricedInstrument.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instruments whose prices are wanted, in the database. */
@Component
public final class PricedInstruments {
    private final JdbcClient jdbc;

    PricedInstruments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether it was not there. */
    boolean put(PricedInstrument instrument, long version) {
        return jdbc.sql("""
                        insert into priced_instrument as known (symbol, exchange, kind, decimals, version)
                        values (:symbol, :exchange, :kind, :decimals, :version)
                        on conflict (symbol) do update set exchange = excluded.exchange, kind = excluded.kind,
                            decimals = excluded.decimals, version = excluded.version where known.version < excluded.version
                        returning old.symbol is null as added""")
                .param("symbol", instrument.symbol())
                .param("exchange", instrument.exchange())
                .param("kind", instrument.kind().name())
                .param("decimals", instrument.decimals())
                .param("version", version)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The symbols of all on these exchanges. */
    public Set<String> symbols(List<String> exchanges) {
        return Set.copyOf(jdbc.sql("select symbol from priced_instrument where exchange in (:exchanges)")
                .param("exchanges", exchanges)
                .query(String.class)
                .list());
    }

    Optional<PricedInstrument> find(String symbol) {
        return jdbc.sql("select symbol, exchange, kind, decimals from priced_instrument where symbol = :symbol")
                .param("symbol", symbol)
                .query(PricedInstruments::instrument)
                .optional();
    }

    List<PricedInstrument> on(String exchange) {
        return jdbc.sql("""
                        select symbol, exchange, kind, decimals from priced_instrument
                         where exchange = :exchange order by symbol""")
                .param("exchange", exchange)
                .query(PricedInstruments::instrument)
                .list();
    }

    private static PricedInstrument instrument(ResultSet row, int number) throws SQLException {
        return new PricedInstrument(
                row.getString("symbol"),
                row.getString("exchange"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("decimals"));
    }
}
