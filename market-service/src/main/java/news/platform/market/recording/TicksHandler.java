package news.platform.market.recording;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import news.platform.market.alert.TriggerPriceAlerts;
import news.platform.market.candle.Aggregation;
import news.platform.market.candle.CandleEvents;
import news.platform.market.candle.Candles;
import news.platform.market.tick.TickProtos;
import news.platform.messaging.signal.BatchEventHandler;
import news.platform.thirdparty.v1.TicksReceived;
import org.springframework.stereotype.Component;

/** Makes candles of all ticks, each once, and triggers alerts, in one transaction a batch. */
@Component
final class TicksHandler implements BatchEventHandler<TicksReceived> {
    private final Aggregation aggregation;
    private final Candles candles;
    private final CandleEvents events;
    private final TriggerPriceAlerts alerts;
    private final Counter leftOut;

    TicksHandler(
            Aggregation aggregation,
            Candles candles,
            CandleEvents events,
            TriggerPriceAlerts alerts,
            MeterRegistry meters) {
        this.aggregation = aggregation;
        this.candles = candles;
        this.events = events;
        this.alerts = alerts;
        this.leftOut = Counter.builder("news.market.ticks.left.out")
                .description(
                        "ticks that came after their minute was final, outside of sessions or of no known instrument")
                .register(meters);
    }

    @Override
    public Class<TicksReceived> type() {
        return TicksReceived.class;
    }

    @Override
    public void on(List<Taken<TicksReceived>> batch) {
        var added = aggregation.add(batch.stream()
                .flatMap(taken -> TickProtos.ticks(taken.event(), taken.time()).stream())
                .toList());
        candles.add(added.candles().values());
        added.corrected().forEach(events::corrected);
        // what is corrected is not news
        alerts.added(added.candles().values().stream()
                .filter(candle -> !added.corrected().contains(candle.key().symbol()))
                .toList());
        leftOut.increment(added.leftOut());
    }
}
