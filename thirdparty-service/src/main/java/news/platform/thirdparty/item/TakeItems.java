package news.platform.thirdparty.item;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.Failures;
import news.platform.persistence.IdSource;
import news.platform.thirdparty.clean.Fingerprint;
import news.platform.thirdparty.clean.IncomingItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes items: what is new, or changed, becomes a version of its own and an event, both or neither. An item is known by its
 * uri among those of its origin.
 */
@Component
public final class TakeItems {
    private static final Logger log = LoggerFactory.getLogger(TakeItems.class);

    private final KnownItems items;
    private final ItemEvents events;
    private final IdSource ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakeItems(KnownItems items, ItemEvents events, IdSource ids, Clock clock, TransactionTemplate transaction) {
        this.items = items;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes what a feed shows, in its order. Different content is a new version; items that share a uri are told apart as
     * {@link Namesakes} says, and what is the same then counts where it occurs first.
     *
     * @return how many of them were new
     */
    public int takeAll(Origin origin, List<IncomingItem> shown) {
        return Objects.requireNonNull(transaction.execute(status -> taken(origin, shown)));
    }

    private int taken(Origin origin, List<IncomingItem> shown) {
        var namesakes = new Namesakes(shown);
        var known = new HashMap<String, KnownContent>(items.contents(origin.id(), namesakes.uris()));
        known.putAll(items.contents(origin.id(), namesakes.furtherUris(known)));
        Map<String, IncomingItem> byUri = namesakes.toldApart(known);
        int created = 0;
        // feeds show the newest first; ids are to rise with time
        for (IncomingItem item : List.copyOf(byUri.values()).reversed()) {
            KnownContent before = known.get(item.uri());
            boolean unchanged = before != null && before.hash().equals(hash(item));
            if (!unchanged && take(origin, item, null) == Taken.CREATED) {
                created++;
            }
        }
        return created;
    }

    /**
     * Takes versions that have names, in their order; an older one than is known, and the same again, change nothing. In one
     * transaction, which is most of what an item costs; where the database refuses that, in one for each, so that one that it refuses takes
     * none of those before it along.
     *
     * @return what became of each
     */
    public List<Taken> takeVersions(Origin origin, List<NamedVersion> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> take(origin, versions)));
        } catch (DataAccessException e) {
            log.info("{} items of {} are taken one by one: {}", versions.size(), origin.id(), Failures.reason(e));
            return versions.stream()
                    .map(one -> Objects.requireNonNull(
                            transaction.execute(status -> take(origin, one.item(), one.version()))))
                    .toList();
        }
    }

    private List<Taken> take(Origin origin, List<NamedVersion> versions) {
        return versions.stream()
                .map(one -> take(origin, one.item(), one.version()))
                .toList();
    }

    private Taken take(Origin origin, IncomingItem item, @Nullable SourceVersion version) {
        var now = clock.instant();
        Optional<KnownItem> known = items.lock(origin.id(), item.uri());
        if (known.isEmpty()) {
            KnownItem first = describe(ids.next(), 1, version, item, now);
            if (items.insert(origin.id(), first, item, now)) {
                events.received(first, item, origin.target());
                return Taken.CREATED;
            }
            known = items.lock(origin.id(), item.uri());
        }
        KnownItem before = known.orElseThrow();
        Optional<Taken> refused = version == null ? sameContent(before, item) : notLater(before, version);
        if (refused.isPresent()) {
            return refused.get();
        }
        KnownItem next = describe(before.id(), before.version() + 1, version, item, before.publishTime());
        items.update(next, item, now);
        events.received(next, item, origin.target());
        return Taken.UPDATED;
    }

    private static Optional<Taken> sameContent(KnownItem before, IncomingItem item) {
        return before.contentHash().equals(hash(item)) ? Optional.of(Taken.DUPLICATE) : Optional.empty();
    }

    private static Optional<Taken> notLater(KnownItem before, SourceVersion version) {
        int order = before.sourceVersion() == null ? 1 : version.compareTo(new SourceVersion(before.sourceVersion()));
        if (order > 0) {
            return Optional.empty();
        }
        return Optional.of(order == 0 ? Taken.DUPLICATE : Taken.STALE_VERSION);
    }

    /** A time that the source does not say stays what it was when the item first came. */
    private static KnownItem describe(
            String id, long number, @Nullable SourceVersion version, IncomingItem item, Instant otherwise) {
        Instant publishTime = item.publishTime() == null ? otherwise : item.publishTime();
        return new KnownItem(id, number, version == null ? null : version.text(), hash(item), publishTime);
    }

    /** Of what a reader would notice; not of where we show it. */
    private static String hash(IncomingItem item) {
        return Fingerprint.of(
                item.title(),
                item.summary(),
                item.bodyHtml(),
                item.lang(),
                item.url(),
                String.valueOf(item.publishTime()),
                String.join("\n", item.bylines()),
                String.join("\n", item.tags()),
                item.coverUrl(),
                String.valueOf(item.withdrawn()));
    }
}
