package news.platform.search.instrument;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.platform.search.index.Item;
import org.springframework.stereotype.Component;

/** All instruments that market-service has told of, in memory. Thread-safe. */
@Component
public final class Instruments {
    private final Map<String, Instrument> told = new ConcurrentHashMap<>();

    /** In no order. */
    public Collection<Instrument> all() {
        return told.values();
    }

    void put(Instrument instrument) {
        told.merge(instrument.symbol(), instrument, (old, now) -> old.version() > now.version() ? old : now);
    }

    /**
     * Something with a price.
     *
     * @param version rises with each change
     * @param names in English and Chinese, as far as it has them
     */
    public record Instrument(String symbol, long version, List<String> names) {
        /** As it can be found. It is as old as can be: what is written about it comes first, unless it is asked for itself. */
        public Item item() {
            return new Item(
                    Item.INSTRUMENTS,
                    symbol,
                    version,
                    true,
                    new Item.Text(label(), "", "", "", ""),
                    new Item.Placing(List.of(), List.of(), List.of(symbol), List.of()),
                    Instant.EPOCH);
        }

        /** By what it is shown. */
        public String label() {
            return Stream.concat(Stream.of(symbol), names.stream()).collect(Collectors.joining(" "));
        }
    }
}
