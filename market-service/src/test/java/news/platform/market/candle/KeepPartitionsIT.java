package news.platform.market.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import news.platform.market.MarketServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeepPartitionsIT extends MarketServiceTest {
    @Autowired
    private KeepPartitions keeping;

    @Test
    void dropsMinutesAfterTwoMonthsAndKeepsHours() {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        assertThat(tables("candle_1m_")).contains(name("candle_1m_", month), name("candle_1m_", month.plusMonths(1)));

        clock.advance(Duration.ofDays(95));
        keeping.keep();

        var later = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        assertThat(tables("candle_1m_"))
                .doesNotContain(name("candle_1m_", month))
                .contains(name("candle_1m_", later), name("candle_1m_", later.plusMonths(1)));
        assertThat(tables("candle_1h_")).contains(name("candle_1h_", month));

        clock.reset();
        keeping.keep();
        assertThat(tables("candle_1m_")).contains(name("candle_1m_", month));
    }

    private static String name(String table, YearMonth month) {
        return table + month.toString().replace('-', '_');
    }

    private List<String> tables(String prefix) {
        return jdbc.sql("select relname from pg_class where relkind = 'r' and starts_with(relname, :prefix)")
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }
}
