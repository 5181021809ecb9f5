package news.platform.search.searching;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import news.platform.search.index.Item;

/** Items to be found. */
final class SearchFixtures {
    private SearchFixtures() {}

    static Item article(String title, String body) {
        return article(title, body, Instant.now().minusSeconds(60));
    }

    static Item article(String title, String body, Instant time) {
        return item(Item.ARTICLES, new Item.Text(title, "", body, "", "en"), List.of("global"), List.of(), time);
    }

    static Item item(String type, Item.Text text, List<String> channels, List<String> symbols, Instant time) {
        return new Item(
                type,
                UUID.randomUUID().toString(),
                1,
                true,
                text,
                new Item.Placing(channels, List.of("user-1", "Ann Lee"), symbols, List.of("tag one")),
                time.truncatedTo(ChronoUnit.MICROS));
    }
}
