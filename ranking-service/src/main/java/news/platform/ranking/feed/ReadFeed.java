package news.platform.ranking.feed;

import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.ranking.editorial.Pin;
import news.platform.ranking.editorial.Pins;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.item.Items;
import org.springframework.stereotype.Component;

/** Finds what comes next in a feed: on a first page of the latest edition, with what is pinned, later of the same one. */
@Component
final class ReadFeed {
    /** More than asked for. */
    private static final int SPARE = 10;

    private final KnownEditions editions;
    private final ReaderOrder orders;
    private final Pins pins;
    private final Items items;
    private final Clock clock;

    ReadFeed(KnownEditions editions, ReaderOrder orders, Pins pins, Items items, Clock clock) {
        this.editions = editions;
        this.orders = orders;
        this.pins = pins;
        this.items = items;
        this.clock = clock;
    }

    Upcoming first(String channel, Optional<String> reader, int size) {
        var edition = editions.latest();
        var order = orders.of(edition, channel, reader);
        var pinned = pins.of(channel, clock.instant()).stream()
                .map(pin -> new Pin(pin.ref(), pin.channel(), Math.min(pin.position(), size), pin.until()))
                .toList();
        var byRef = order.stream().collect(Collectors.toMap(Entry::ref, Function.identity()));
        var next = Pin.placed(order.stream().map(Entry::ref).limit(size + SPARE).toList(), pinned).stream()
                .map(ref -> byRef.getOrDefault(ref, Entry.pinned(ref)))
                .toList();
        return new Upcoming(
                next,
                pinned.stream().map(Pin::ref).collect(Collectors.toSet()),
                recalled(next),
                new Cursor(edition.number(), new BitSet()),
                order);
    }

    /** Refuses a cursor whose edition is gone. */
    Upcoming after(Cursor cursor, String channel, Optional<String> reader, int size) {
        var edition = editions.find(cursor.edition());
        if (edition.entries().isEmpty()) {
            throw DomainException.field(
                    PlatformReason.BAD_PAGE_TOKEN, "pageToken", "too old, the feed has moved on: begin anew");
        }
        var order = orders.of(edition, channel, reader);
        var next = order.stream()
                .filter(entry -> !cursor.given().get(entry.place()))
                .limit(size + SPARE)
                .toList();
        return new Upcoming(next, Set.of(), recalled(next), cursor, order);
    }

    private Set<ItemRef> recalled(List<Entry> entries) {
        return items.recalled(entries.stream().map(Entry::ref).toList());
    }
}
