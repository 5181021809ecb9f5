package news.platform.market.instrument;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds an instrument and tells of it; one that is there stays as it is. */
@Component
final class ListInstrument {
    private final Instruments instruments;
    private final InstrumentEvents events;
    private final TransactionTemplate transaction;

    ListInstrument(Instruments instruments, InstrumentEvents events, TransactionTemplate transaction) {
        this.instruments = instruments;
        this.events = events;
        this.transaction = transaction;
    }

    void list(Instrument instrument) {
        transaction.executeWithoutResult(_ -> {
            if (instruments.add(instrument)) {
                events.listed(instrument);
            }
        });
    }
}
