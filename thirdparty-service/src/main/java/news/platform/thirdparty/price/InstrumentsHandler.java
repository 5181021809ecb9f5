package news.platform.thirdparty.price;

import news.platform.market.v1.InstrumentChanged;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Learns whose prices are wanted; of a new one it tells what is known of earlier days at once. */
@Component
final class InstrumentsHandler implements EventHandler {
    private static final String KIND = "INSTRUMENT_KIND_";

    private final PricedInstruments instruments;
    private final TellHistory telling;

    InstrumentsHandler(PricedInstruments instruments, TellHistory telling) {
        this.instruments = instruments;
        this.telling = telling;
    }

    @Override
    public Takes takes() {
        return Takes.of(InstrumentChanged.class, this::changed);
    }

    private void changed(InstrumentChanged event, EventContext context) {
        var instrument = new PricedInstrument(
                event.getSymbol(),
                event.getInstrument().getExchange(),
                PricedInstrument.Kind.valueOf(
                        event.getInstrument().getKind().name().substring(KIND.length())),
                event.getDecimals());
        if (instruments.put(instrument, event.getVersion())) {
            telling.tell(instrument);
        }
    }
}
