package news.platform.benchmarks.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every tick of every minute as it stood in the topic, and what candles it makes, by the book and not by the service's code. */
final class Minutes {
    private final Map<Minute, List<Paid>> ticks = new HashMap<>();

    private record Minute(String symbol, Instant begin) {}

    private record Paid(Instant time, BigDecimal price, long volume) {}

    /** What the ticks of a minute make. */
    record Bar(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {
        /** Numbers are compared, not how they are written. */
        boolean is(Bar other) {
            return open.compareTo(other.open) == 0
                    && high.compareTo(other.high) == 0
                    && low.compareTo(other.low) == 0
                    && close.compareTo(other.close) == 0
                    && volume == other.volume;
        }
    }

    /** In the order of the topic. */
    synchronized void add(String symbol, Instant time, BigDecimal price, long volume) {
        // the database keeps microseconds
        Instant kept = time.truncatedTo(ChronoUnit.MICROS);
        ticks.computeIfAbsent(new Minute(symbol, time.truncatedTo(ChronoUnit.MINUTES)), _ -> new ArrayList<>())
                .add(new Paid(kept, price, volume));
    }

    /** How many there are of a minute. */
    synchronized long count(Instant begin) {
        return ticks.entrySet().stream()
                .filter(entry -> entry.getKey().begin.equals(begin))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    synchronized Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        ticks.keySet().forEach(minute -> symbols.add(minute.symbol));
        return symbols;
    }

    /** Empty where nothing was traded. */
    synchronized Optional<Bar> bar(String symbol, Instant begin) {
        List<Paid> paid = ticks.getOrDefault(new Minute(symbol, begin), List.of());
        if (paid.isEmpty()) {
            return Optional.empty();
        }
        // stable: of two ticks at one time the one that came first stays first
        List<Paid> sorted =
                paid.stream().sorted(Comparator.comparing(Paid::time)).toList();
        List<BigDecimal> prices =
                paid.stream().map(Paid::price).sorted(BigDecimal::compareTo).toList();
        return Optional.of(new Bar(
                sorted.getFirst().price,
                prices.getLast(),
                prices.getFirst(),
                sorted.getLast().price,
                paid.stream().mapToLong(Paid::volume).sum()));
    }
}
