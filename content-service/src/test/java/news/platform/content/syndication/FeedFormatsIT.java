package news.platform.content.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.platform.content.Xml;
import news.platform.content.site.Site;
import news.platform.content.v1.Article;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds keep the rules of their formats. */
class FeedFormatsIT extends SyndicationTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
    private static final String COVER = "https://pictures.example.com/a.jpg?w=1&h=2";
    private static final String RFC_822 =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"
                    + " \\d\\d:\\d\\d:\\d\\d GMT";
    private static final String RFC_3339 = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    private static final Predicate<String> ABSOLUTE = address -> address.matches("https?://[^/\\s]+/\\S*");

    @Autowired
    private Site site;

    private Article rich = Article.getDefaultInstance();

    @BeforeEach
    void publish() {
        var ann = users.registered("Ann & Co");
        published(inChannel().setSummary("").setTitle("Gold rises"));
        rich = published(inChannel()
                .setTitle("AT&T: 1 < 2, “quoted” 黄金 📈")
                .setSummary("Profits < losses & more.")
                .setCoverUrl(COVER)
                .addAuthorIds(ann)
                .addTags("gold & silver")
                .addTags("fed"));
    }

    @Test
    void keepsTheRulesOfRss() {
        var document = Xml.parse(rss(channel).getFeed().getData().toByteArray());
        var root = document.getDocumentElement();
        var feed = Xml.children(root, null, "channel").getFirst();

        assertThat(root.getTagName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        for (var required : List.of("title", "link", "description", "lastBuildDate")) {
            assertThat(Xml.texts(feed, null, required)).as(required).hasSize(1).noneMatch(String::isBlank);
        }
        assertThat(Xml.texts(feed, null, "title").getFirst()).contains(CHANNEL_NAME);
        assertThat(Xml.texts(feed, null, "link")).allMatch(ABSOLUTE);
        assertThat(Xml.texts(feed, null, "lastBuildDate").getFirst()).matches(RFC_822);
        var self = Xml.children(feed, ATOM, "link").getFirst();
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("href")).isEqualTo(site.url() + "/rss/" + channel + ".xml");
        var items = Xml.children(feed, null, "item");
        assertThat(items).hasSize(2).allSatisfy(FeedFormatsIT::keepsTheRulesOfAnItem);
        var guids = new HashSet<>(items.stream()
                .map(item -> Xml.texts(item, null, "guid").getFirst())
                .toList());
        assertThat(guids).hasSize(2);
    }

    private static void keepsTheRulesOfAnItem(Element item) {
        for (var once : List.of("title", "link", "guid", "pubDate", "description")) {
            assertThat(Xml.texts(item, null, once)).as(once).hasSize(1);
        }
        assertThat(Xml.texts(item, null, "link")).allMatch(ABSOLUTE);
        assertThat(Xml.texts(item, null, "pubDate").getFirst()).matches(RFC_822);
        assertThat(Xml.children(item, null, "guid").getFirst().getAttribute("isPermaLink"))
                .isEqualTo("false");
    }

    @Test
    void saysInRssWhatAnArticleIs() {
        var document = Xml.parse(rss(channel).getFeed().getData().toByteArray());
        var item = Xml.all(document, null, "item").getFirst();

        assertThat(Xml.texts(item, null, "title")).containsExactly(rich.getTitle());
        assertThat(Xml.texts(item, null, "description")).containsExactly("Profits &lt; losses &amp; more.");
        assertThat(Xml.texts(item, CONTENT, "encoded")).containsExactly(rich.getBodyHtml());
        assertThat(Xml.texts(item, DC, "creator")).containsExactly("Ann & Co");
        assertThat(Xml.texts(item, DC, "language")).containsExactly("en");
        assertThat(Xml.texts(item, null, "category")).containsExactly("gold & silver", "fed");
        var picture = Xml.children(item, MEDIA, "content").getFirst();
        assertThat(picture.getAttribute("url")).isEqualTo(COVER);
        assertThat(picture.getAttribute("medium")).isEqualTo("image");
        assertThat(Xml.children(Xml.all(document, null, "item").getLast(), MEDIA, "content"))
                .isEmpty();
    }

    @Test
    void keepsTheRulesOfAtom() {
        var document = Xml.parse(atom().getData().toByteArray());
        var feed = document.getDocumentElement();

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(Xml.texts(Xml.children(feed, ATOM, "author").getFirst(), ATOM, "name"))
                .containsExactly(site.name());
        assertThat(links(feed, "self")).containsExactly(site.url() + "/atom/" + channel + ".xml");
        var entries = Xml.children(feed, ATOM, "entry");
        assertThat(entries).hasSize(2);
        Stream.concat(Stream.of(feed), entries.stream()).forEach(one -> {
            for (var required : List.of("id", "title", "updated")) {
                assertThat(Xml.texts(one, ATOM, required))
                        .as(required)
                        .hasSize(1)
                        .noneMatch(String::isBlank);
            }
            assertThat(Xml.texts(one, ATOM, "id").getFirst()).matches("urn:uuid:[0-9a-f-]{36}");
            assertThat(Xml.texts(one, ATOM, "updated").getFirst()).matches(RFC_3339);
            assertThat(links(one, "alternate")).hasSize(1).allMatch(ABSOLUTE);
        });
        assertThat(entries).allSatisfy(entry -> assertThat(
                        Xml.texts(entry, ATOM, "published").getFirst())
                .matches(RFC_3339));
        var entry = entries.getFirst();
        assertThat(Xml.texts(entry, ATOM, "summary")).containsExactly(rich.getSummary());
        assertThat(Xml.texts(entry, ATOM, "content")).containsExactly(rich.getBodyHtml());
        assertThat(Xml.children(entry, ATOM, "content").getFirst().getAttribute("type"))
                .isEqualTo("html");
        assertThat(Xml.texts(Xml.children(entry, ATOM, "author").getFirst(), ATOM, "name"))
                .containsExactly("Ann & Co");
        assertThat(entry.getAttribute("xml:lang")).isEqualTo("en");
    }

    @Test
    void keepsTheRulesOfJsonFeed() {
        var feed = JsonMapper.shared().readTree(jsonFeed().getData().toByteArray());

        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asString()).contains(CHANNEL_NAME);
        assertThat(feed.path("feed_url").asString()).isEqualTo(site.url() + "/jsonfeed/" + channel + ".json");
        assertThat(feed.path("home_page_url").asString()).matches(ABSOLUTE);
        assertThat(feed.path("items")).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("id").asString()).startsWith("urn:uuid:");
            assertThat(item.path("url").asString()).matches(ABSOLUTE);
            assertThat(item.path("content_html").isString()).isTrue();
            assertThat(item.path("date_published").asString()).matches(RFC_3339);
            assertThat(item.path("date_modified").asString()).matches(RFC_3339);
        });
        var item = feed.path("items").path(0);
        assertThat(item.path("summary").asString()).isEqualTo(rich.getSummary());
        assertThat(item.path("content_html").asString()).isEqualTo(rich.getBodyHtml());
        assertThat(item.path("image").asString()).isEqualTo(COVER);
        assertThat(item.path("authors").path(0).path("name").asString()).isEqualTo("Ann & Co");
        assertThat(item.path("tags").valueStream().map(JsonNode::asString)).containsExactly("gold & silver", "fed");
        assertThat(feed.path("items").path(1).has("summary")).isFalse();
        assertThat(feed.path("items").path(1).has("image")).isFalse();
    }

    @Test
    void saysOfWhichTypeTheyAre() {
        assertThat(rss(channel).getFeed().getContentType()).isEqualTo("application/rss+xml;charset=utf-8");
        assertThat(atom().getContentType()).isEqualTo("application/atom+xml;charset=utf-8");
        assertThat(jsonFeed().getContentType()).isEqualTo("application/feed+json");
    }

    private static List<String> links(Element parent, String relation) {
        return Xml.children(parent, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
