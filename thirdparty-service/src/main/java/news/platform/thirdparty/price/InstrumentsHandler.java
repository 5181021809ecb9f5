package news.platform.thirdparty.price;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import news.platform.market.v1.InstrumentChanged;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Learns whose prices are wanted; of one whose prices are made up here it tells those of the last year at once. */
@Component
final class InstrumentsHandler implements EventHandler {
    private static final String KIND = "INSTRUMENT_KIND_";

    private final PricedInstruments instruments;
    private final PriceEvents events;
    private final ReplayProperties properties;
    private final MadeUpBars bars;
    private final Clock clock;

    InstrumentsHandler(PricedInstruments instruments, PriceEvents events, ReplayProperties properties, Clock clock) {
        this.instruments = instruments;
        this.events = events;
        this.properties = properties;
        this.bars = new MadeUpBars(properties.seed());
        this.clock = clock;
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
        if (instruments.put(instrument, event.getVersion())
                && instrument.exchange().equals(properties.exchange())) {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            events.history(instrument, bars.between(instrument, today.minusYears(1), today), bars.wasSplit(instrument));
        }
    }
}
