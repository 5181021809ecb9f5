package news.platform.market.instrument;

import news.platform.market.v1.InstrumentChanged;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others what is traded. */
@Component
final class InstrumentEvents {
    private final Outbox outbox;

    InstrumentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void listed(Instrument instrument) {
        outbox.publish(InstrumentChanged.newBuilder()
                .setSymbol(instrument.symbol())
                .setVersion(1)
                .setInstrument(InstrumentProtos.message(instrument))
                .setDecimals(instrument.decimals())
                .build());
    }
}
