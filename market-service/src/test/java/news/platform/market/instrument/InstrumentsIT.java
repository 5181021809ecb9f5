package news.platform.market.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.platform.market.MarketServiceTest;
import news.platform.market.v1.InstrumentChanged;
import news.platform.market.v1.InstrumentKind;
import news.platform.market.v1.ListInstrumentsRequest;
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
        var request = ListInstrumentsRequest.newBuilder().setPageSize(50);
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

    private List<String> found(String text) {
        return instruments()
                .listInstruments(ListInstrumentsRequest.newBuilder().setQ(text).build())
                .getInstrumentsList()
                .stream()
                .map(news.platform.market.v1.Instrument::getSymbol)
                .toList();
    }
}
