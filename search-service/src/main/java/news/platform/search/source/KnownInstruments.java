package news.platform.search.source;

import news.platform.search.instrument.Instruments;
import news.platform.search.instrument.Instruments.Instrument;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has what market-service told: of it an index is made anew without asking. */
@Component
@Order(3)
final class KnownInstruments implements Owner {
    private final Instruments instruments;

    KnownInstruments(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public Part page(String token) {
        return new Part(instruments.all().stream().map(Instrument::item).toList(), "");
    }
}
