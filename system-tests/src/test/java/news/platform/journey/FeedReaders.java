package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How other people's programs understand feeds. */
final class FeedReaders {
    /** What all of them understand of an item. */
    record Item(String id, String link, String title, Instant published) {}

    private FeedReaders() {}

    /** What an RSS or Atom feed says to each of two libraries, which have to agree. */
    static List<Item> xml(String feed) {
        var items = byRome(feed);
        assertThat(byRssReader(feed)).isEqualTo(items);
        return items;
    }

    /** What a JSON Feed says. */
    static List<Item> json(String feed) {
        return JsonMapper.shared()
                .readTree(feed)
                .path("items")
                .valueStream()
                .map(item -> new Item(
                        item.path("id").asString(),
                        item.path("url").asString(),
                        item.path("title").asString(),
                        Instant.parse(item.path("date_published").asString())))
                .toList();
    }

    private static List<Item> byRome(String feed) {
        try {
            return new SyndFeedInput()
                    .build(new StringReader(feed)).getEntries().stream()
                            .map(entry -> new Item(
                                    entry.getUri(),
                                    entry.getLink(),
                                    entry.getTitle(),
                                    entry.getPublishedDate().toInstant()))
                            .toList();
        } catch (FeedException e) {
            throw new AssertionError("Rome refuses it", e);
        }
    }

    private static List<Item> byRssReader(String feed) {
        return new RssReader()
                .read(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                .map(item -> new Item(
                        item.getGuid().orElse(""),
                        item.getLink().orElse(""),
                        item.getTitle().orElse(""),
                        item.getPubDateZonedDateTime().orElseThrow().toInstant()))
                .toList();
    }
}
