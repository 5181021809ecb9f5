package news.platform.thirdparty.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.market.v1.Instrument;
import news.platform.market.v1.InstrumentChanged;
import news.platform.market.v1.InstrumentKind;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.test.TestClock;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import news.platform.thirdparty.v1.Tick;
import news.platform.thirdparty.v1.TicksReceived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ThirdpartyTest
class ReplayVendorIT {
    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SentEvents events;

    @Autowired
    private TestClock clock;

    private final String symbol = "T" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsTheLastYearOnceAndThenTicksInOrder() {
        changed("DEMO", 1);
        changed("DEMO", 2);

        await().until(() -> ticks().size() > 3);

        assertThat(events.of(PriceHistoryReceived.getDefaultInstance(), symbol))
                .singleElement()
                .satisfies(history -> {
                    assertThat(history.getBarsList()).hasSizeBetween(365, 366);
                    assertThat(history.getBarsList().getLast().getDate())
                            .isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                    .minusDays(1)
                                    .toString());
                });
        assertThat(ticks()).allMatch(tick -> new BigDecimal(tick.getPrice()).signum() > 0 && tick.getVolume() > 0);
        assertThat(ticks())
                .isSortedAccordingTo(Comparator.comparing(tick -> tick.getTime().getSeconds() * 1_000_000_000L
                        + tick.getTime().getNanos()));
        assertThat(messages().stream().map(TicksReceived::getSequence))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void pricesJumpWithAFigureThatNobodyExpected() {
        changed("DEMO", 1);
        await().until(() -> !ticks().isEmpty());
        var before = new BigDecimal(ticks().getLast().getPrice());

        transaction.executeWithoutResult(_ -> outbox.publish(ReleasePublished.newBuilder()
                .setReleaseId(symbol)
                .setVersion(2)
                .setRelease(Release.newBuilder()
                        .setId(symbol)
                        .setImportance(3)
                        .setReleaseTime(Timestamps.of(clock.instant()))
                        .setForecast("180")
                        .setSurprise("180"))
                .build()));

        await().untilAsserted(() -> assertThat(new BigDecimal(ticks().getLast().getPrice()))
                .isGreaterThan(before.multiply(new BigDecimal("1.03"))));
    }

    @Test
    void makesUpNoPricesOfARealExchange() {
        changed("XNYS", 1);
        var other = "O" + symbol;
        changed(other, "DEMO", 1);

        await().until(() ->
                !events.of(PriceHistoryReceived.getDefaultInstance(), other).isEmpty());

        assertThat(events.of(PriceHistoryReceived.getDefaultInstance(), symbol)).isEmpty();
    }

    private List<Tick> ticks() {
        return messages().stream()
                .flatMap(message -> message.getTicksList().stream())
                .filter(tick -> tick.getSymbol().equals(symbol))
                .toList();
    }

    private List<TicksReceived> messages() {
        return events.of(TicksReceived.getDefaultInstance()).stream()
                .filter(message -> message.getVendorId().equals(PriceEvents.MADE_UP))
                .toList();
    }

    private void changed(String exchange, long version) {
        changed(symbol, exchange, version);
    }

    private void changed(String named, String exchange, long version) {
        transaction.executeWithoutResult(_ -> outbox.publish(InstrumentChanged.newBuilder()
                .setSymbol(named)
                .setVersion(version)
                .setDecimals(2)
                .setInstrument(Instrument.newBuilder()
                        .setSymbol(named)
                        .setExchange(exchange)
                        .setKind(InstrumentKind.INSTRUMENT_KIND_SHARE))
                .build()));
    }
}
