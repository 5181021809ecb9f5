package news.platform.ranking.hot;

import java.time.Clock;
import java.util.List;
import news.platform.ranking.editorial.Pin;
import news.platform.ranking.editorial.Pins;
import news.platform.ranking.item.ItemRef;
import news.platform.ranking.item.Items;
import org.springframework.stereotype.Component;

/** Puts a hot list together: pinned articles stand where editors want them. */
@Component
final class ListHotArticles {
    private static final int MAX_OFFLINE = 100;

    private final HotArticles articles;
    private final Pins pins;
    private final Items items;
    private final Clock clock;

    ListHotArticles(HotArticles articles, Pins pins, Items items, Clock clock) {
        this.articles = articles;
        this.pins = pins;
        this.items = items;
        this.clock = clock;
    }

    Listed list(Period period, int limit) {
        var now = clock.instant();
        var ranked = articles.hottest(period, now, limit).stream()
                .map(ItemRef::article)
                .toList();
        var pinned = pins.of(Pin.HOME, now).stream()
                .filter(pin -> pin.ref().type().equals(ItemRef.ARTICLES))
                .toList();
        return new Listed(
                Pin.placed(ranked, pinned).stream().map(ItemRef::id).toList(),
                items.recalledArticles(now.minus(period.length()), MAX_OFFLINE));
    }

    /**
     * A hot list.
     *
     * @param articles the ids, hottest first
     * @param offline the ids of those that were recalled lately
     */
    record Listed(List<String> articles, List<String> offline) {}
}
