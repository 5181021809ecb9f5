package news.platform.market.quote;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.grpc.stream.Fanout;
import news.platform.market.candle.Candles;
import news.platform.market.tick.Tick;
import news.platform.market.tick.TickProtos;
import news.platform.market.v1.StreamQuotesResponse;
import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.thirdparty.v1.TicksReceived;
import news.platform.work.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Keeps the quotes of this replica, and tells the gateways that it serves of those that change: by ticks at once, by time, by the
 * candles and after a gap each second.
 */
@Component
final class QuotesHandler implements ReplicaHandler {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    private final KnownQuotes quotes;
    private final Candles candles;
    private final Fanout<StreamQuotesResponse> fanout;
    private final Counter gaps;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Quote> told = new HashMap<>();

    QuotesHandler(
            KnownQuotes quotes,
            Candles candles,
            Fanout<StreamQuotesResponse> fanout,
            Rounds rounds,
            MeterRegistry meters) {
        this.quotes = quotes;
        this.candles = candles;
        this.fanout = fanout;
        this.gaps = Counter.builder("news.market.tick.gaps")
                .description("how often messages of a vendor were missing")
                .register(meters);
        rounds.paced("quotes", () -> {
            look();
            return EVERY;
        });
    }

    /** A bean of its own, since it ends all gateways' calls when the application stops. */
    @Bean
    static Fanout<StreamQuotesResponse> quotesFanout(QuoteProperties properties) {
        return new Fanout<>(properties.buffer());
    }

    @Override
    public Takes takes() {
        return Takes.of(TicksReceived.class, this::received);
    }

    /** Prices come from the candles first, which need some moments to have them all. */
    @Override
    public Begin begin() {
        return new Begin.End(LOOK_BACK);
    }

    /** What was missed is in the candles, which are looked at each second. */
    @Override
    public void gap() {
        sequences.clear();
    }

    private void received(TicksReceived message, EventContext context) {
        var last = sequences.put(message.getVendorId(), message.getSequence());
        if (last != null && message.getSequence() > last + 1) {
            gaps.increment();
        }
        Set<String> touched = new LinkedHashSet<>();
        for (Tick tick : TickProtos.ticks(message, context.time())) {
            quotes.tick(tick);
            touched.add(tick.symbol());
        }
        tell(quotes.of(touched));
    }

    /** Once, now. */
    void look() {
        try {
            quotes.stored(candles.lastSessions());
        } finally {
            tell(quotes.all());
        }
    }

    private synchronized void tell(Collection<Quote> current) {
        List<Quote> changed = current.stream()
                .filter(quote -> !quote.equals(told.put(quote.symbol(), quote)))
                .toList();
        if (!changed.isEmpty()) {
            fanout.publish(QuoteProtos.response(changed));
        }
    }
}
