package news.platform.market.instrument;

import news.platform.error.DomainException;
import news.platform.market.session.Exchanges;
import news.platform.market.v1.MarketReason;
import org.springframework.stereotype.Component;

/** Lists an instrument that an administrator wants. */
@Component
final class PutInstrument {
    private final ListInstrument listing;
    private final KnownInstruments known;
    private final Exchanges exchanges;

    PutInstrument(ListInstrument listing, KnownInstruments known, Exchanges exchanges) {
        this.listing = listing;
        this.known = known;
        this.exchanges = exchanges;
    }

    /** The one that there is then: one that was listed before stays as it was. */
    Instrument put(Instrument instrument) {
        if (!exchanges.knows(instrument.exchange())) {
            throw DomainException.field(
                    MarketReason.UNKNOWN_EXCHANGE,
                    "exchange",
                    instrument.exchange() + " (expected: an exchange with a calendar)");
        }
        listing.list(instrument);
        known.read();
        return known.require(instrument.symbol());
    }
}
