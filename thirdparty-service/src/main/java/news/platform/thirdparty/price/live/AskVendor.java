package news.platform.thirdparty.price.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.platform.thirdparty.price.PriceEvents;
import news.platform.thirdparty.price.PricedInstruments;
import news.platform.thirdparty.price.vendor.Recording;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one vendor again and again, tells what it says and records that. One thread at a time. */
final class AskVendor {
    private static final Logger log = LoggerFactory.getLogger(AskVendor.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final VendorLine line;
    private final Vendor vendor;
    private final Optional<Recording> recording;
    private final PricedInstruments instruments;
    private final PriceEvents events;
    private final Clock clock;
    private Set<String> symbols = Set.of();
    private Instant looked = Instant.MIN;
    private boolean asked;
    private boolean recorded = true;

    AskVendor(
            VendorLine line,
            Vendor vendor,
            Optional<Recording> recording,
            PricedInstruments instruments,
            PriceEvents events,
            Clock clock) {
        this.line = line;
        this.vendor = vendor;
        this.recording = recording;
        this.instruments = instruments;
        this.events = events;
        this.clock = clock;
    }

    /** Once; the answer is when to ask again. */
    Duration turn() {
        asked = true;
        look();
        if (symbols.isEmpty()) {
            vendor.close();
            return LOOK_EVERY;
        }
        try {
            var ticks = vendor.ticks(symbols);
            if (!ticks.isEmpty()) {
                events.ticks(line.id(), ticks);
                record(ticks);
            }
            return vendor.pause();
        } catch (IOException e) {
            if (line.guard().works()) {
                log.warn("{} tells no prices for now: {}", line.id(), e.toString());
            }
            return line.guard().failed();
        }
    }

    /** Where it was not asked since the last time: another replica has the connection now. */
    void hangUpUnlessAsked() {
        if (!asked) {
            vendor.close();
        }
        asked = false;
    }

    void hangUp() {
        vendor.close();
    }

    private void look() {
        var now = clock.instant();
        if (Duration.between(looked, now).compareTo(LOOK_EVERY) >= 0) {
            symbols = instruments.symbols(line.properties().exchanges());
            looked = now;
        }
    }

    /** A disk that is full keeps no price from readers. */
    private void record(List<Tick> ticks) {
        if (recording.isEmpty()) {
            return;
        }
        try {
            recording.get().add(ticks);
            recorded = true;
        } catch (IOException e) {
            if (recorded) {
                log.warn("{} is not recorded for now: {}", line.id(), e.toString());
            }
            recorded = false;
        }
    }
}
