package news.platform.content.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import news.platform.content.site.Dates;
import news.platform.content.site.Site;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A feed as JSON Feed 1.1; what is empty is left out, as the specification wants it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonFeedDocument(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        List<Author> authors,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** @param name of a person, or of the site */
    record Author(String name) {}

    /** An article; its content has to be there, even where there is none. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String url,
            String externalUrl,
            String title,
            @JsonInclude(JsonInclude.Include.ALWAYS) String contentHtml,
            String summary,
            String image,
            String datePublished,
            String dateModified,
            List<Author> authors,
            List<String> tags,
            String language) {}

    static byte[] of(Syndicated feed) {
        return JSON.writeValueAsBytes(new JsonFeedDocument(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.home(),
                Format.JSON_FEED.addressOf(feed),
                authors(List.of(feed.site().name())),
                feed.entries().stream().map(entry -> item(feed.site(), entry)).toList()));
    }

    private static Item item(Site site, Syndicated.Entry entry) {
        var teaser = entry.teaser();
        return new Item(
                entry.urn(),
                site.article(entry.id()),
                teaser.sourceUrl(),
                teaser.title(),
                entry.contentHtml(),
                teaser.summary(),
                site.absolute(teaser.coverUrl()),
                Dates.rfc3339(entry.published()),
                Dates.rfc3339(entry.updated()),
                authors(entry.authors()),
                teaser.tags(),
                teaser.lang());
    }

    private static List<Author> authors(List<String> names) {
        return names.stream().map(Author::new).toList();
    }
}
