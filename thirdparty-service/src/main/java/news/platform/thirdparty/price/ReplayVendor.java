package news.platform.thirdparty.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.work.Rounds;
import news.platform.work.leader.Leader;
import org.springframework.stereotype.Component;

/**
 * Makes ticks, in one replica at a time: at random moments, of random instruments, each with the price that its path has then; the
 * day's extremes are never left out. Whose days were brought ({@link TellHistory}) has these played. What figures did is added. A replica that takes over goes on where the other one was, because
 * the paths are the same.
 */
@Component
final class ReplayVendor {
    private static final double DAY = Duration.ofDays(1).toNanos();
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final int MOST_VOLUME = 200;
    /** When days of prices and real ones are the same, whatever the speed. */
    private static final Instant REAL = Instant.parse("2026-01-01T00:00:00Z");

    private final PricedInstruments instruments;
    private final KeptBars keptBars;
    private final PriceEvents events;
    private final Surprises surprises;
    private final ReplayProperties properties;
    private final MadeUpBars bars;
    private final Clock clock;
    private final SplittableRandom chance;
    private final Map<String, BrownianPath> paths = new HashMap<>();
    private volatile List<PricedInstrument> known = List.of();
    private volatile Map<LocalDate, Map<String, Bar>> kept = Map.of();
    private volatile Instant looked = Instant.MIN;
    private volatile Instant until;

    ReplayVendor(
            PricedInstruments instruments,
            KeptBars keptBars,
            PriceEvents events,
            Surprises surprises,
            ReplayProperties properties,
            Clock clock,
            Rounds rounds,
            Leader leader) {
        this.instruments = instruments;
        this.keptBars = keptBars;
        this.events = events;
        this.surprises = surprises;
        this.properties = properties;
        this.bars = new MadeUpBars(properties.seed());
        this.clock = clock;
        this.chance = new SplittableRandom(properties.seed());
        this.until = clock.instant();
        rounds.paced("replay-vendor", leader.only("replay-vendor", () -> {
            turn();
            return properties.every();
        }));
    }

    /** Sends what happened since the last turn, at most two pauses long. */
    private void turn() {
        var now = clock.instant();
        var today = date(now);
        if (Duration.between(looked, now).compareTo(LOOK_EVERY) >= 0 || !kept.containsKey(today)) {
            known = instruments.on(properties.exchange());
            // what happened since the last turn may have begun the day before
            kept = Map.of(today, keptBars.playedOn(today), today.minusDays(1), keptBars.playedOn(today.minusDays(1)));
            looked = now;
        }
        var earliest = now.minus(properties.every().multipliedBy(2));
        var ticks = ticks(until.isBefore(earliest) ? earliest : until, now);
        until = now;
        if (!ticks.isEmpty()) {
            events.ticks(PriceEvents.MADE_UP, ticks);
        }
    }

    /** In the order of time. */
    private List<Tick> ticks(Instant from, Instant to) {
        var ticks = new ArrayList<Tick>();
        if (known.isEmpty()) {
            return ticks;
        }
        var length = Duration.between(from, to);
        long count = Math.round(properties.ticksPerSecond() * length.toNanos() / 1e9 + chance.nextDouble() - 0.5);
        for (long number = 0; number < count; number++) {
            var time = from.plusNanos(length.toNanos() * number / count);
            var instrument = known.get(chance.nextInt(known.size()));
            ticks.add(tick(instrument, path(instrument, time).price(part(time)), time));
        }
        for (var instrument : known) {
            path(instrument, to).points().stream()
                    .filter(point -> part(from) < point.at() && point.at() <= part(to))
                    .forEach(point -> ticks.add(tick(instrument, point.price(), to)));
        }
        return ticks;
    }

    private Tick tick(PricedInstrument instrument, BigDecimal price, Instant time) {
        double factor = surprises.factor(instrument.kind(), time);
        var moved = factor == 1
                ? price
                : price.multiply(BigDecimal.valueOf(factor)).setScale(instrument.decimals(), RoundingMode.HALF_UP);
        return new Tick(instrument.symbol(), moved, 1 + chance.nextInt(MOST_VOLUME), time, false);
    }

    private BrownianPath path(PricedInstrument instrument, Instant time) {
        var date = date(time);
        var bar = Optional.ofNullable(kept.getOrDefault(date, Map.of()).get(instrument.symbol()));
        return paths.compute(
                instrument.symbol(),
                (symbol, known) -> known != null
                                && known.date().equals(date)
                                && bar.map(known::plays).orElse(true)
                        ? known
                        : new BrownianPath(bar.orElseGet(() -> madeUp(instrument, date)), symbol, properties.seed()));
    }

    private Bar madeUp(PricedInstrument instrument, LocalDate date) {
        return bars.between(instrument, date, date.plusDays(1)).getFirst();
    }

    /** Which day it is then, among the prices. */
    private LocalDate date(Instant time) {
        return LocalDate.ofInstant(played(time), ZoneOffset.UTC);
    }

    /** Which part of the day has passed then, among the prices. */
    private double part(Instant time) {
        return LocalTime.ofInstant(played(time), ZoneOffset.UTC).toNanoOfDay() / DAY;
    }

    private Instant played(Instant time) {
        return REAL.plus(Duration.between(REAL, time).multipliedBy(properties.speed()));
    }
}
