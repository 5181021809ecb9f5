package news.platform.thirdparty.price;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.messaging.Outbox;
import news.platform.messaging.signal.Signals;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.v1.DailyBar;
import news.platform.thirdparty.v1.PriceHistoryReceived;
import news.platform.thirdparty.v1.Split;
import news.platform.thirdparty.v1.TicksReceived;
import org.springframework.stereotype.Component;

/** Tells what vendors say of prices: ticks as signals, the days before in the transaction of the caller. */
@Component
public final class PriceEvents {
    /** The vendor whose prices are made up here. */
    public static final String MADE_UP = "replay";

    private final Signals signals;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

    PriceEvents(Signals signals, Outbox outbox, Clock clock) {
        this.signals = signals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Calls of one vendor must follow each other. */
    public void ticks(String vendor, List<Tick> ticks) {
        var sequence = sequences.computeIfAbsent(vendor, _ -> new AtomicLong()).incrementAndGet();
        signals.send(
                TicksReceived.newBuilder()
                        .setVendorId(vendor)
                        .setSequence(sequence)
                        .addAllTicks(ticks.stream().map(PriceEvents::message).toList())
                        .build(),
                vendor);
    }

    void history(PricedInstrument instrument, List<Bar> bars, boolean wasSplit) {
        var history = PriceHistoryReceived.newBuilder()
                .setSymbol(instrument.symbol())
                .setVersion(clock.millis())
                .addAllBars(bars.stream().map(PriceEvents::message).toList());
        if (wasSplit) {
            history.addSplits(Split.newBuilder()
                    .setDate(MadeUpBars.SPLIT.toString())
                    .setNumerator(MadeUpBars.SPLIT_INTO)
                    .setDenominator(1));
        }
        outbox.publish(history.build());
    }

    private static news.platform.thirdparty.v1.Tick message(Tick tick) {
        return news.platform.thirdparty.v1.Tick.newBuilder()
                .setSymbol(tick.symbol())
                .setPrice(tick.price().toPlainString())
                .setVolume(tick.volume())
                .setTime(Timestamps.of(tick.time()))
                .setCorrection(tick.correction())
                .build();
    }

    private static DailyBar message(Bar bar) {
        return DailyBar.newBuilder()
                .setDate(bar.date().toString())
                .setOpen(bar.open().toPlainString())
                .setHigh(bar.high().toPlainString())
                .setLow(bar.low().toPlainString())
                .setClose(bar.close().toPlainString())
                .setVolume(bar.volume())
                .build();
    }
}
