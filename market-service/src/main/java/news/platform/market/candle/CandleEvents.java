package news.platform.market.candle;

import java.time.Clock;
import news.platform.market.v1.CandlesCorrected;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells whoever keeps candles of those that changed after they were final. */
@Component
public final class CandleEvents {
    private final Outbox outbox;
    private final Clock clock;

    CandleEvents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Some of an instrument. */
    public void corrected(String symbol) {
        outbox.publish(CandlesCorrected.newBuilder()
                .setSymbol(symbol)
                .setVersion(clock.millis())
                .build());
    }
}
