package news.platform.market.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.BatchGetQuotesRequest;
import news.platform.market.v1.ListMoversRequest;
import news.platform.market.v1.Quote;
import news.platform.market.v1.QuoteStatus;
import news.platform.market.v1.StreamQuotesRequest;
import news.platform.thirdparty.v1.DailyBar;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QuotesIT extends MarketServiceTest {
    @Autowired
    private QuotesHandler handler;

    @Test
    void showsTheLastPriceAgainstTheDayBefore() {
        closedYesterday("NRTEN", "10.00");
        var now = clock.instant();

        heard(tick("NRTEN", "10.50", 7, now));

        await().untilAsserted(() -> {
            var quote = quote("NRTEN");
            assertThat(quote.getChange()).isEqualTo("0.50");
            assertThat(quote.getChangePercent()).isEqualTo("5.00");
            assertThat(quote.getVolume()).isPositive();
            assertThat(quote.getStatus()).isEqualTo(QuoteStatus.QUOTE_STATUS_OPEN);
            assertThat(quote.getStale()).isFalse();
        });
    }

    @Test
    void lateTicksDoNotMoveTheLastPriceBack() {
        var now = clock.instant();
        heard(tick("NRTTE", "20.00", 1, now));

        received(tick("NRTTE", "25.00", 1, now.minusMillis(1)));

        await().untilAsserted(() -> assertThat(quote("NRTTE").getHigh()).isEqualTo("25.00"));
        assertThat(quote("NRTTE").getLast()).isEqualTo("20.00");
        assertThat(quote("NRTTE").getTime().getSeconds()).isEqualTo(now.getEpochSecond());
    }

    @Test
    void isStaleAfterSilence() {
        heard(tick("NRTBK", "5.00", 1, clock.instant()));

        clock.advance(Duration.ofSeconds(61));

        assertThat(quote("NRTBK").getStale()).isTrue();
        assertThat(quote("NRTBK").getLast()).isEqualTo("5.00");
    }

    @Test
    void listsWhatIsNotThere() {
        var answer = quotes().batchGetQuotes(BatchGetQuotesRequest.newBuilder()
                .addSymbols("NRTMO")
                .addSymbols("NOPE")
                .addSymbols("NRTMO")
                .build());

        assertThat(answer.getQuotesList()).extracting(Quote::getSymbol).containsExactly("NRTMO");
        assertThat(answer.getMissingList()).containsExactly("NOPE");
    }

    @Test
    void streamsAllFirstAndThenWhatChanges() {
        var stream = quotes().streamQuotes(StreamQuotesRequest.getDefaultInstance());

        // the sample's, and those that other tests list
        assertThat(stream.next().getQuotesList()).hasSizeGreaterThanOrEqualTo(120);
        heard(tick("NRTPH", "3.21", 1, clock.instant()));

        Quote told;
        do {
            told = stream.next().getQuotesList().stream()
                    .filter(quote -> quote.getSymbol().equals("NRTPH"))
                    .findFirst()
                    .orElse(Quote.getDefaultInstance());
        } while (!told.getLast().equals("3.21"));
        assertThat(told.getStatus()).isEqualTo(QuoteStatus.QUOTE_STATUS_OPEN);
    }

    @Test
    void listsWhatMovedMost() {
        closedYesterday("OILX", "50.00");
        closedYesterday("GASX", "2.000");
        heard(tick("OILX", "55.00", 1, clock.instant()));
        heard(tick("GASX", "1.000", 1, clock.instant()));

        assertThat(movers("gainers")).startsWith("OILX");
        assertThat(movers("losers")).startsWith("GASX");
    }

    /** As after a start: what nobody tells again is in the candles. */
    @Test
    void knowsAfterwardsWhatTheCandlesHave() {
        closedYesterday("WHEATX", "410.00");

        handler.look();

        assertThat(quote("WHEATX").getLast()).isEqualTo("410.00");
    }

    private List<String> movers(String order) {
        return quotes()
                .listMovers(ListMoversRequest.newBuilder()
                        .setOrder(order)
                        .setKind("commodity")
                        .build())
                .getQuotesList()
                .stream()
                .map(Quote::getSymbol)
                .toList();
    }

    private void closedYesterday(String symbol, String price) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        happened(PriceHistoryReceived.newBuilder()
                .setSymbol(symbol)
                .setVersion(now.toEpochMilli())
                .addBars(DailyBar.newBuilder()
                        .setDate(LocalDate.ofInstant(now, ZoneOffset.UTC)
                                .minusDays(1)
                                .toString())
                        .setOpen(price)
                        .setHigh(price)
                        .setLow(price)
                        .setClose(price)
                        .setVolume(100))
                .build());
        await().until(() -> !quote(symbol).getLast().isEmpty());
    }
}
