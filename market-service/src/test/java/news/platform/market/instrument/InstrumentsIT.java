package news.platform.market.instrument;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.Instrument;
import news.platform.market.v1.InstrumentChanged;
import news.platform.market.v1.InstrumentKind;
import news.platform.market.v1.InstrumentServiceGrpc;
import news.platform.market.v1.ListInstrumentsRequest;
import news.platform.market.v1.PutInstrumentRequest;
import news.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsIT extends MarketServiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"NRTEN", "nrten", "Northwind Ener", "北风能源", "北风能", "beifengneng", "bei feng neng", "bfny"})
    void findsAnInstrumentByCodeNameAndPinyin(String text) {
        assertThat(found(text)).startsWith("NRTEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"能源", "neng yuan", "energy"})
    void findsWhatStandsInAName(String text) {
        assertThat(found(text)).contains("NRTEN", "IXENERGY");
    }

    @Test
    void findsNothingOfWhatIsNotThere() {
        assertThat(found("nothing of the kind")).isEmpty();
        assertThat(instruments()
                        .listInstruments(ListInstrumentsRequest.newBuilder()
                                .setExchange("XNYS")
                                .build())
                        .getInstrumentsList())
                .isEmpty();
    }

    @Test
    void pagesThroughAllOfThem() {
        var symbols = new ArrayList<String>();
        var request = ListInstrumentsRequest.newBuilder().setExchange("DEMO").setPageSize(50);
        do {
            var page = instruments().listInstruments(request.build());
            page.getInstrumentsList().forEach(instrument -> symbols.add(instrument.getSymbol()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());

        assertThat(symbols).hasSize(120).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tellsOfEachInstrumentOnce() {
        assertThat(events.of(InstrumentChanged.getDefaultInstance(), "USDAUN"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getDecimals()).isEqualTo(4);
                    assertThat(event.getInstrument().getKind()).isEqualTo(InstrumentKind.INSTRUMENT_KIND_CURRENCY);
                });
    }

    @Test
    void listsWhatAnAdministratorWantsOnce() {
        var symbol = "P" + UUID.randomUUID().toString().substring(0, 8);

        var listed = put(symbol, "Widgets", "CRYPTO");
        var again = put(symbol, "Gadgets", "CRYPTO");

        assertThat(listed.getName()).isEqualTo("Widgets");
        assertThat(again).isEqualTo(listed);
        assertThat(found(symbol)).containsExactly(symbol);
        assertThat(events.of(InstrumentChanged.getDefaultInstance(), symbol))
                .singleElement()
                .satisfies(event -> assertThat(event.getDecimals()).isEqualTo(4));
    }

    @Test
    void refusesAnExchangeWhoseHoursNobodyKnows() {
        assertRefused("UNKNOWN_EXCHANGE", () -> put("NOBODY", "Nobody", "NOWHERE"), "exchange");
    }

    private Instrument put(String symbol, String name, String exchange) {
        return InstrumentServiceGrpc.newBlockingStub(callee.as(TestTokens.user("root", "admin")))
                .putInstrument(PutInstrumentRequest.newBuilder()
                        .setSymbol(symbol)
                        .setName(name)
                        .setExchange(exchange)
                        .setKind(InstrumentKind.INSTRUMENT_KIND_SHARE)
                        .setCurrencyCode("USD")
                        .setDecimals(4)
                        .build())
                .getInstrument();
    }

    private List<String> found(String text) {
        return instruments()
                .listInstruments(ListInstrumentsRequest.newBuilder().setQ(text).build())
                .getInstrumentsList()
                .stream()
                .map(Instrument::getSymbol)
                .toList();
    }
}
