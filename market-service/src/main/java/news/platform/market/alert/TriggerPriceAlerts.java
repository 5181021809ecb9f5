package news.platform.market.alert;

import java.util.Collection;
import news.platform.market.candle.Candle;
import org.springframework.stereotype.Component;

/** Has users told of what prices did, in the transaction that records it. */
@Component
public final class TriggerPriceAlerts {
    private final PriceAlerts alerts;
    private final PriceAlertEvents events;
    private final AlertProperties properties;

    TriggerPriceAlerts(PriceAlerts alerts, PriceAlertEvents events, AlertProperties properties) {
        this.alerts = alerts;
        this.events = events;
        this.properties = properties;
    }

    /** What was added to the candles, which have it already. */
    public void added(Collection<Candle> candles) {
        var moves = Move.of(candles);
        if (!moves.isEmpty()) {
            alerts.trigger(moves).forEach(alert -> moves.stream()
                    .filter(move -> move.symbol().equals(alert.symbol()))
                    .forEach(move -> events.triggered(alert, move.since(alert.createTime()))));
            alerts.rearm(moves, properties.pause());
        }
    }
}
