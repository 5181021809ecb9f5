package news.platform.thirdparty.parse;

import static news.platform.thirdparty.parse.BoundedJson.list;
import static news.platform.thirdparty.parse.BoundedJson.text;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.clean.RawText;
import news.platform.thirdparty.fetch.Urls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedParser {
    Feed parse(String json, URI base) throws UnreadableFeedException {
        JsonNode feed = tree(json);
        if (!text(feed, "version").contains("jsonfeed.org/version/1")) {
            throw new UnreadableFeedException("JSON, but no JSON Feed 1.0 or 1.1");
        }
        String language = text(feed, "language");
        List<String> authors = authors(feed);
        return new Feed(
                FeedFormat.JSON_FEED,
                new RawText.Plain(text(feed, "title")).readable(),
                text(feed, "home_page_url"),
                text(feed, "feed_url"),
                null,
                "",
                list(feed, "items").stream()
                        .limit(Feed.MAX_ITEMS)
                        .filter(JsonNode::isObject)
                        .map(item -> item(item, base, language, authors))
                        .toList());
    }

    private static JsonNode tree(String json) throws UnreadableFeedException {
        try {
            return BoundedJson.read(json);
        } catch (JacksonException malformed) {
            throw new UnreadableFeedException("no well-formed JSON: " + malformed.getOriginalMessage());
        }
    }

    private static RawItem item(JsonNode item, URI base, String feedLanguage, List<String> feedAuthors) {
        String html = text(item, "content_html");
        List<String> authors = authors(item);
        String language = text(item, "language");
        return new RawItem(
                text(item, "id"),
                link(item, base, "url", "external_url"),
                base.toString(),
                new RawText.Plain(text(item, "title")),
                new RawText.Plain(text(item, "summary")),
                html.isBlank() ? new RawText.Plain(text(item, "content_text")) : new RawText.Html(html),
                language.isEmpty() ? feedLanguage : language,
                FeedDates.parse(text(item, "date_published"))
                        .or(() -> FeedDates.parse(text(item, "date_modified")))
                        .orElse(null),
                authors.isEmpty() ? feedAuthors : authors,
                list(item, "tags").stream().flatMap(tag -> text(tag).stream()).toList(),
                link(item, base, "image", "banner_image"));
    }

    private static String link(JsonNode item, URI base, String name, String otherwise) {
        return Stream.of(text(item, name), text(item, otherwise))
                .filter(address -> !address.isBlank())
                .flatMap(address -> Urls.resolve(base, address).stream())
                .map(URI::toString)
                .findFirst()
                .orElse("");
    }

    /** {@code authors} of 1.1, {@code author} of 1.0. */
    private static List<String> authors(JsonNode object) {
        return Stream.concat(list(object, "authors").stream(), Stream.of(BoundedJson.field(object, "author")))
                .map(author -> text(author, "name"))
                .filter(name -> !name.isBlank())
                .toList();
    }
}
