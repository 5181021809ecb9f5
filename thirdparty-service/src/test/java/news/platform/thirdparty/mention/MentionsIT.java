package news.platform.thirdparty.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.clean.IncomingItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThirdpartyTest
class MentionsIT {
    @Autowired
    private Mentions mentions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void knowInstruments() {
        for (var symbol : List.of("MNTRK", "699519.SH", "699001.SH", "699001.SZ")) {
            jdbc.sql("""
                            insert into priced_instrument (symbol, exchange, kind, decimals, version)
                            values (:symbol, 'XSHG', 'SHARE', 2, 1) on conflict do nothing""").param("symbol", symbol).update();
        }
    }

    @Test
    void addsWhatTheTextNamesToWhatItsSourceSays() {
        assertThat(mentions.of(
                        item("茅台（699519）涨停", "<p>Mantrack (NYSE: MNTRK) <b>and</b> $NOBODY</p>", "US10Y", "MNTRK")))
                .containsExactly("US10Y", "MNTRK", "699519.SH");
    }

    @Test
    void takesNoCodeThatTwoExchangesHaveAndNoneOfAnAddress() {
        assertThat(mentions.of(item("（699001）", "<p><a href=\"https://a.example/$MNTRK\">there</a></p>")))
                .isEmpty();
        assertThat(mentions.of(item("699001.SZ", ""))).containsExactly("699001.SZ");
    }

    private static IncomingItem item(String title, String bodyHtml, String... symbols) {
        var nothing = List.<String>of();
        return new IncomingItem(
                "urn:" + UUID.randomUUID(),
                title,
                "",
                bodyHtml,
                "zh",
                "",
                null,
                nothing,
                nothing,
                List.of(symbols),
                nothing,
                "",
                "",
                false);
    }
}
