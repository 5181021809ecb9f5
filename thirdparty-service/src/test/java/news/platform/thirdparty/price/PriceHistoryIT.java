package news.platform.thirdparty.price;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.market.v1.Instrument;
import news.platform.market.v1.InstrumentChanged;
import news.platform.market.v1.InstrumentKind;
import news.platform.messaging.Outbox;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.DailyBar;
import news.platform.thirdparty.v1.PriceDay;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import news.platform.thirdparty.v1.PriceHistoryServiceGrpc;
import news.platform.thirdparty.v1.PutPriceHistoryRequest;
import news.platform.thirdparty.v1.TicksReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ThirdpartyTest
class PriceHistoryIT {
    private static final PriceDay MONDAY = day("2017-05-01", "9001", "9004.5", "9000", "9002");
    private static final PriceDay TUESDAY = day("2017-05-02", "9002", "9003", "9001", "9001.25");

    @Autowired
    private TestCallee callee;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SentEvents events;

    @Autowired
    private TestClock clock;

    private final String symbol = "H" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatWasBroughtIsToldOnceTheInstrumentIsListedAndPlayedFromThenOn() {
        put(MONDAY, TUESDAY);
        listed("DEMO");

        await().until(() -> histories().size() == 1);
        var days = histories().getFirst().getBarsList();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        assertThat(days.subList(0, 2).stream().map(PriceHistoryIT::words))
                .containsExactly(
                        "2017-05-01 9001.00 9004.50 9000.00 9002.00 70",
                        "2017-05-02 9002.00 9003.00 9001.00 9001.25 70");
        assertThat(days.subList(2, days.size()))
                .hasSizeBetween(365, 366)
                .allMatch(day -> LocalDate.parse(day.getDate()).isBefore(today))
                .extracting(DailyBar::getLow)
                .containsOnly("9000.00", "9001.00");
        assertThat(days.getLast().getOpen())
                .isNotEqualTo(days.get(days.size() - 2).getOpen());
        assertThat(histories().getFirst().getSplitsList()).isEmpty();
        await().until(() -> !prices().isEmpty());
        assertThat(prices())
                .allMatch(price -> price.compareTo(new BigDecimal("9000")) >= 0
                        && price.compareTo(new BigDecimal("9004.5")) <= 0
                        && price.scale() == 2);
    }

    @Test
    void theSameAgainChangesNothing() {
        listed("XNYS");
        await().until(() -> {
            put(MONDAY);
            return histories().size() == 1;
        });
        put(MONDAY);
        put(MONDAY, TUESDAY);

        await().until(() -> histories().size() > 1);
        assertThat(histories())
                .extracting(history ->
                        history.getBarsList().stream().map(DailyBar::getDate).toList())
                .containsExactly(List.of("2017-05-01"), List.of("2017-05-01", "2017-05-02"));
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertInvalid(() -> put(TUESDAY, MONDAY), "days[1].date");
        assertInvalid(() -> put(MONDAY, MONDAY), "days[1].date");
        assertInvalid(() -> put(day("2017-13-01", "1", "1", "1", "1")), "days[0].date");
        assertInvalid(() -> put(day("2017-05-01", "3", "2", "1", "1")), "days[0]");
        assertInvalid(() -> put(day("2017-05-01", "1", "2", "1.5", "2")), "days[0]");
    }

    private List<PriceHistoryReceived> histories() {
        return events.of(PriceHistoryReceived.getDefaultInstance(), symbol);
    }

    private List<BigDecimal> prices() {
        return events.of(TicksReceived.getDefaultInstance()).stream()
                .flatMap(message -> message.getTicksList().stream())
                .filter(tick -> tick.getSymbol().equals(symbol))
                .map(tick -> new BigDecimal(tick.getPrice()))
                .toList();
    }

    private void put(PriceDay... days) {
        PriceHistoryServiceGrpc.newBlockingStub(callee.as(TestTokens.user("root", "admin")))
                .putPriceHistory(PutPriceHistoryRequest.newBuilder()
                        .setSymbol(symbol)
                        .addAllDays(List.of(days))
                        .build());
    }

    private void listed(String exchange) {
        transaction.executeWithoutResult(_ -> outbox.publish(InstrumentChanged.newBuilder()
                .setSymbol(symbol)
                .setVersion(1)
                .setDecimals(2)
                .setInstrument(Instrument.newBuilder()
                        .setSymbol(symbol)
                        .setExchange(exchange)
                        .setKind(InstrumentKind.INSTRUMENT_KIND_SHARE))
                .build()));
    }

    private static PriceDay day(String date, String open, String high, String low, String close) {
        return PriceDay.newBuilder()
                .setDate(date)
                .setOpen(open)
                .setHigh(high)
                .setLow(low)
                .setClose(close)
                .setVolume(70)
                .build();
    }

    private static String words(DailyBar bar) {
        return Stream.of(bar.getDate(), bar.getOpen(), bar.getHigh(), bar.getLow(), bar.getClose(), bar.getVolume())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
