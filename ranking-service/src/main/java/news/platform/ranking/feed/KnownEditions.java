package news.platform.ranking.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import news.platform.ranking.follow.Following;
import org.springframework.stereotype.Component;

/** The editions that a replica has at hand, and the orders in which many get them. An edition never changes. Thread-safe. */
@Component
final class KnownEditions {
    private final Editions editions;
    private final Cache<Long, Edition> known;
    private final Cache<Shared, List<Entry>> orders;

    KnownEditions(Editions editions, FeedProperties properties) {
        this.editions = editions;
        this.known = Caffeine.newBuilder().maximumSize(properties.inMemory()).build();
        this.orders =
                Caffeine.newBuilder().maximumSize(4L * properties.inMemory()).build();
    }

    /** The latest; without entries before there is one. */
    Edition latest() {
        return find(editions.latest());
    }

    /** Without entries where there is none of the number, or no longer. */
    Edition find(long number) {
        return known.get(number, editions::find);
    }

    /** The order in which all who follow nothing get it. */
    List<Entry> order(Edition edition, Set<String> channels) {
        return orders.get(new Shared(edition.number(), channels), _ -> Order.of(edition, channels, Following.NOTHING));
    }

    private record Shared(long edition, Set<String> channels) {}
}
