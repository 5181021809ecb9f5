package news.platform.market.alert;

import news.platform.market.instrument.Instrument;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.v1.PriceAlertTriggered;
import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells that a price did what somebody waited for. */
@Component
final class PriceAlertEvents {
    private final Outbox outbox;
    private final KnownInstruments instruments;

    PriceAlertEvents(Outbox outbox, KnownInstruments instruments) {
        this.outbox = outbox;
        this.instruments = instruments;
    }

    void triggered(PriceAlert alert, Move move) {
        var price =
                switch (alert.condition()) {
                    case ABOVE -> move.high();
                    case BELOW -> move.low();
                    case CHANGE -> move.last();
                };
        outbox.publish(PriceAlertTriggered.newBuilder()
                .setPriceAlertId(alert.id())
                .setVersion(alert.version())
                .setUserId(alert.userId())
                .setPriceAlert(PriceAlertProtos.message(alert))
                .setName(instruments.find(alert.symbol()).map(Instrument::name).orElse(alert.symbol()))
                .setPrice(price.toPlainString())
                .setTime(Timestamps.of(move.time()))
                .build());
    }
}
