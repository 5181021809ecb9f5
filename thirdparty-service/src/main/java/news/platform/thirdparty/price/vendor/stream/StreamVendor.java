package news.platform.thirdparty.price.vendor.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.platform.thirdparty.price.vendor.Tick;
import news.platform.thirdparty.price.vendor.Vendor;
import news.platform.thirdparty.price.vendor.VendorLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A vendor that tells by itself on one connection, which is made when it is first asked, and anew once it is lost. */
final class StreamVendor implements Vendor {
    private static final Logger log = LoggerFactory.getLogger(StreamVendor.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final VendorLine line;
    private final Connector connector;
    private final Sequence sequence = new Sequence();
    private Inbox inbox = new Inbox();
    private Set<String> subscribed = Set.of();
    private @Nullable Connection connection;

    StreamVendor(VendorLine line, Connector connector) {
        this.line = line;
        this.connector = connector;
    }

    @Override
    public List<Tick> ticks(Set<String> symbols) throws IOException {
        try {
            var open = connection == null ? connect() : connection;
            if (!symbols.equals(subscribed)) {
                open.subscribe(symbols);
                subscribed = Set.copyOf(symbols);
            }
            open.keepAlive();
            var ticks = new ArrayList<Tick>();
            for (var message : inbox.take()) {
                line.guard().worked();
                add(message, open, ticks);
            }
            return ticks;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        subscribed = Set.of();
        if (open != null) {
            open.close();
        }
    }

    private Connection connect() throws IOException {
        var fresh = new Inbox();
        var open = line.guard().call(() -> connector.connect(line.properties(), fresh));
        inbox = fresh;
        connection = open;
        sequence.reconnected();
        return open;
    }

    private void add(Inbox.Message message, Connection open, List<Tick> ticks) throws IOException {
        var place = sequence.next(message.sequence());
        if (place.before().isPresent()) {
            var gap = place.before().get();
            line.losses().missing().increment(gap.size());
            log.warn("{} left out {} messages, from {} to {}", line.id(), gap.size(), gap.from(), gap.to());
            open.askAgain(gap);
        }
        if (place.wasMissing()) {
            line.losses().recovered().increment();
        }
        if (place.isNew()) {
            message.ticks().forEach(told -> told.filter(tick -> subscribed.contains(tick.symbol()))
                    .ifPresentOrElse(ticks::add, line.losses().leftOut()::increment));
        }
    }
}
