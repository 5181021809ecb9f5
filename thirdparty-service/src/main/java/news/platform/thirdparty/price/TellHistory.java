package news.platform.thirdparty.price;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what an instrument cost on earlier days: those that were brought; and of one whose prices are made up here those of the last
 * year, made of the brought ones as they are played, or else of nothing.
 */
@Component
final class TellHistory {
    private final KeptBars kept;
    private final PricedInstruments instruments;
    private final PriceEvents events;
    private final ReplayProperties properties;
    private final MadeUpBars madeUp;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TellHistory(
            KeptBars kept,
            PricedInstruments instruments,
            PriceEvents events,
            ReplayProperties properties,
            Clock clock,
            TransactionTemplate transaction) {
        this.kept = kept;
        this.instruments = instruments;
        this.events = events;
        this.properties = properties;
        this.madeUp = new MadeUpBars(properties.seed());
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps these days instead of those before; the same ones again change nothing. */
    void put(String symbol, List<Bar> days) {
        int decimals = days.stream().mapToInt(Bar::decimals).max().orElse(0);
        var bars = days.stream().map(day -> day.with(decimals)).toList();
        transaction.executeWithoutResult(_ -> {
            if (!kept.of(symbol).equals(bars)) {
                kept.replace(symbol, bars);
                instruments.find(symbol).ifPresent(this::tell);
            }
        });
    }

    /** In the transaction of the caller. */
    void tell(PricedInstrument instrument) {
        var bars = kept.of(instrument.symbol());
        boolean plays = instrument.exchange().equals(properties.exchange());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var begin = today.minusYears(1);
        if (bars.isEmpty()) {
            if (plays) {
                events.history(instrument, madeUp.between(instrument, begin, today), madeUp.wasSplit(instrument));
            }
            return;
        }
        var days = new TreeMap<LocalDate, Bar>();
        if (plays) {
            begin.datesUntil(today).forEach(date -> days.put(date, played(bars, date)));
        }
        bars.forEach(bar -> days.put(bar.date(), bar));
        events.history(instrument, List.copyOf(days.headMap(today).values()), false);
    }

    /** As {@link KeptBars#playedOn} has it. */
    private static Bar played(List<Bar> bars, LocalDate date) {
        return bars.get((int) (date.toEpochDay() % bars.size())).on(date);
    }
}
