package news.platform.market.quote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.market.candle.Candle;
import news.platform.market.instrument.Instrument;
import news.platform.market.instrument.KnownInstruments;
import news.platform.market.session.Exchanges;
import news.platform.market.session.Phase;
import news.platform.market.session.Session;
import news.platform.market.tick.Tick;
import org.springframework.stereotype.Component;

/** What everything costs, in the memory of each replica; neither database nor broker is asked for a quote. Thread-safe. */
@Component
final class KnownQuotes {
    private final KnownInstruments instruments;
    private final Exchanges exchanges;
    private final Duration staleAfter;
    private final Clock clock;
    private final Map<String, Prices> prices = new ConcurrentHashMap<>();

    KnownQuotes(KnownInstruments instruments, Exchanges exchanges, QuoteProperties properties, Clock clock) {
        this.instruments = instruments;
        this.exchanges = exchanges;
        this.staleAfter = properties.staleAfter();
        this.clock = clock;
    }

    /** In the order of the vendor. Ticks of no known instrument and outside of sessions change nothing. */
    void tick(Tick tick) {
        instruments
                .find(tick.symbol())
                .ifPresent(instrument -> prices.compute(tick.symbol(), (_, known) -> {
                    if (known != null && isWithin(known.session(), tick.time())) {
                        return known.and(tick);
                    }
                    if (known != null && tick.time().isBefore(known.session().open())) {
                        return known;
                    }
                    return session(instrument, tick.time())
                            .map(session -> Prices.of(session, known == null ? null : known.last(), tick))
                            .orElse(known);
                }));
    }

    /** What the candles of the last two sessions say; of each instrument the latest first. */
    void stored(List<Candle> days) {
        var bySymbol =
                days.stream().collect(Collectors.groupingBy(day -> day.key().symbol()));
        bySymbol.forEach((symbol, both) -> instruments
                .find(symbol)
                .flatMap(instrument -> session(instrument, both.getFirst().key().begin()))
                .map(session -> Prices.of(session, both.size() > 1 ? both.get(1).close() : null, both.getFirst()))
                .ifPresent(stored -> prices.merge(symbol, stored, KnownQuotes::newer)));
    }

    /** Of these symbols, those that name instruments. */
    List<Quote> of(Collection<String> symbols) {
        return quotes(symbols.stream().flatMap(symbol -> instruments.find(symbol).stream()));
    }

    List<Quote> all() {
        return quotes(instruments.all().stream());
    }

    private List<Quote> quotes(Stream<Instrument> wanted) {
        var now = clock.instant();
        return wanted.map(instrument -> quote(instrument, now)).toList();
    }

    private Quote quote(Instrument instrument, Instant now) {
        var known = Optional.ofNullable(prices.get(instrument.symbol()));
        var calendar = exchanges.calendar(instrument.exchange());
        var phase = calendar.phase(now);
        return new Quote(instrument, known, phase, phase == Phase.OPEN && isSilent(instrument, known, now));
    }

    /** Silence counts from when the exchange opened, or went on. */
    private boolean isSilent(Instrument instrument, Optional<Prices> known, Instant now) {
        var since = now.minus(staleAfter);
        return known.filter(prices -> prices.time().isAfter(since)).isEmpty()
                && session(instrument, now)
                        .flatMap(session -> session.spanAt(now))
                        .filter(span -> span.open().isAfter(since))
                        .isEmpty();
    }

    private Optional<Session> session(Instrument instrument, Instant time) {
        return exchanges.calendar(instrument.exchange()).sessionAt(time);
    }

    private static boolean isWithin(Session session, Instant time) {
        return !time.isBefore(session.open()) && time.isBefore(session.close());
    }

    private static Prices newer(Prices known, Prices stored) {
        if (known.isOf(stored.session())) {
            return known.and(stored);
        }
        return stored.time().isAfter(known.time()) ? stored : known;
    }
}
