package news.platform.thirdparty.price.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.platform.market.v1.Instrument;
import news.platform.market.v1.InstrumentChanged;
import news.platform.market.v1.InstrumentKind;
import news.platform.messaging.Outbox;
import news.platform.test.event.SentEvents;
import news.platform.thirdparty.ThirdpartyTest;
import news.platform.thirdparty.guard.Guards;
import news.platform.thirdparty.price.PriceEvents;
import news.platform.thirdparty.price.PricedInstruments;
import news.platform.thirdparty.price.vendor.Recording;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.VendorProperties;
import news.platform.thirdparty.price.vendor.VendorProtocol;
import news.platform.thirdparty.v1.TicksReceived;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** From a vendor that is configured to the signal that market-service takes. */
@ThirdpartyTest
class VendorsIT {
    private static final String EXCHANGE = "VTEST";

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<VendorProtocol> protocols;

    @Autowired
    private PricedInstruments instruments;

    @Autowired
    private PriceEvents priceEvents;

    @Autowired
    private Guards guards;

    @Autowired
    private Leader leader;

    @Autowired
    private SentEvents events;

    @Autowired
    private Clock clock;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String id = "v" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatAVendorTellsBecomesSignalsAndARecordingThatCanBePlayed() throws IOException {
        var symbol = "V" + UUID.randomUUID().toString().substring(0, 8);
        changed(symbol);
        var told = folder.resolve("told.jsonl");
        new Recording(told, 1_000_000)
                .add(List.of(
                        new Tick(symbol, new BigDecimal("10.50"), 7, clock.instant(), false),
                        new Tick(symbol, new BigDecimal("10.60"), 8, clock.instant(), true)));
        var rounds = new Rounds(meters);

        try (var _ = vendors(told.toUri(), rounds)) {
            rounds.start();
            await().until(() -> !messages().isEmpty());
            rounds.stop();
        }

        assertThat(messages().getFirst().getTicksList())
                .extracting(tick -> tick.getPrice() + " " + tick.getVolume() + " " + tick.getCorrection())
                .containsExactly("10.50 7 false", "10.60 8 true");
        assertThat(Files.readString(folder.resolve(id + ".jsonl"))).contains(symbol);
    }

    @Test
    void refusesAnAddressThatNobodySpeaks() {
        assertThatThrownBy(() -> vendors(URI.create("ftp://example.com/quotes"), new Rounds(meters)))
                .hasMessageContaining("news.thirdparty.price.vendors." + id + ".url");
    }

    private void changed(String symbol) {
        transaction.executeWithoutResult(_ -> outbox.publish(InstrumentChanged.newBuilder()
                .setSymbol(symbol)
                .setVersion(1)
                .setDecimals(2)
                .setInstrument(Instrument.newBuilder()
                        .setSymbol(symbol)
                        .setExchange(EXCHANGE)
                        .setKind(InstrumentKind.INSTRUMENT_KIND_SHARE))
                .build()));
        await().until(() -> instruments.symbols(List.of(EXCHANGE)).contains(symbol));
    }

    private List<TicksReceived> messages() {
        return events.of(TicksReceived.getDefaultInstance()).stream()
                .filter(message -> message.getVendorId().equals(id))
                .toList();
    }

    private Vendors vendors(URI url, Rounds rounds) {
        var vendor = new VendorProperties(url, List.of(EXCHANGE), "", Duration.ofSeconds(1), 120);
        return new Vendors(
                new PriceProperties(Map.of(id, vendor), folder, DataSize.ofMegabytes(1)),
                protocols,
                instruments,
                priceEvents,
                clock,
                guards,
                meters,
                rounds,
                leader);
    }
}
