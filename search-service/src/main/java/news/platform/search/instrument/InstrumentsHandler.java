package news.platform.search.instrument;

import java.util.List;
import java.util.stream.Stream;
import news.platform.market.v1.InstrumentChanged;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.search.index.Catalogue;
import news.platform.search.instrument.Instruments.Instrument;
import org.springframework.stereotype.Component;

/** Has instruments be found and offered as market-service tells of them: all of them each time a replica starts. */
@Component
final class InstrumentsHandler implements ReplicaHandler {
    private final Instruments instruments;
    private final Catalogue catalogue;

    InstrumentsHandler(Instruments instruments, Catalogue catalogue) {
        this.instruments = instruments;
        this.catalogue = catalogue;
    }

    @Override
    public Takes takes() {
        return Takes.of(InstrumentChanged.class, (event, context) -> told(event, context.version()));
    }

    @Override
    public Begin begin() {
        return new Begin.Whole();
    }

    @Override
    public void gap() {
        // all of the topic is told again, and versions say what is late
    }

    private void told(InstrumentChanged event, long version) {
        var names = Stream.of(
                        event.getInstrument().getName(), event.getInstrument().getNameZh())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var instrument = new Instrument(event.getSymbol(), version, names);
        instruments.put(instrument);
        catalogue.put(List.of(instrument.item()));
    }
}
