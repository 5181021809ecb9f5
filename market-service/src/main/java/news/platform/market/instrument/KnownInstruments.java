package news.platform.market.instrument;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.market.v1.MarketReason;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/** All instruments, in the memory of each replica: as they were in the database seconds ago. Thread-safe. */
@Component
public final class KnownInstruments {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Instruments instruments;
    private volatile Map<String, Instrument> known = Map.of();

    KnownInstruments(Instruments instruments, Rounds rounds) {
        this.instruments = instruments;
        rounds.paced("instruments", () -> {
            read();
            return EVERY;
        });
    }

    /** By symbol. */
    public Collection<Instrument> all() {
        return known.values();
    }

    /** The one of this symbol; empty where there is none. */
    public Optional<Instrument> find(String symbol) {
        return Optional.ofNullable(known.get(symbol));
    }

    /** @throws DomainException INSTRUMENT_NOT_FOUND where there is none */
    public Instrument require(String symbol) {
        return find(symbol)
                .orElseThrow(() -> new DomainException(MarketReason.INSTRUMENT_NOT_FOUND, "no such instrument"));
    }

    /** @throws DomainException UNKNOWN_SYMBOL of this field where there is none */
    public void requireKnown(String field, String symbol) {
        if (find(symbol).isEmpty()) {
            throw DomainException.field(
                    MarketReason.UNKNOWN_SYMBOL, field, symbol + " (expected: the symbol of an instrument)");
        }
    }

    /** The one of this symbol as the database has it; for what must not miss one that is new. */
    public Optional<Instrument> stored(String symbol) {
        return instruments.all().stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }

    /** Reads them again, now. */
    void read() {
        var read = new LinkedHashMap<String, Instrument>();
        instruments.all().forEach(instrument -> read.put(instrument.symbol(), instrument));
        known = read;
    }
}
