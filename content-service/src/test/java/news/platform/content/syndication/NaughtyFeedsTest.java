package news.platform.content.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import news.platform.content.NaughtyStrings;
import news.platform.content.Xml;
import news.platform.content.channel.ChannelTree.Channel;
import news.platform.content.reading.Teaser;
import news.platform.content.site.Site;
import news.platform.content.syndication.Syndicated.Entry;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever texts are: those that an editor could not save, too. */
class NaughtyFeedsTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    @Test
    void saysInRssWhatXmlCanSay() throws IOException {
        for (var text : NaughtyStrings.all()) {
            var expected = NaughtyStrings.inXml(text);

            var document = Xml.parse(RssDocument.of(feed(text)));

            var item = Xml.all(document, null, "item").getFirst();
            assertThat(Xml.texts(item, null, "title")).containsExactly(expected);
            assertThat(Xml.texts(item, null, "category")).containsExactly(expected);
            assertThat(Xml.texts(item, DC, "creator")).containsExactly(expected);
            assertThat(Parser.unescapeEntities(
                            Xml.texts(item, null, "description").getFirst(), false))
                    .isEqualTo(expected);
            if (!text.isEmpty()) {
                assertThat(Xml.texts(item, CONTENT, "encoded")).containsExactly(expected);
            }
        }
    }

    @Test
    void saysInAtomWhatXmlCanSay() throws IOException {
        for (var text : NaughtyStrings.all()) {
            var expected = NaughtyStrings.inXml(text);

            var document = Xml.parse(AtomDocument.of(feed(text)));

            var entry = Xml.all(document, ATOM, "entry").getFirst();
            assertThat(Xml.texts(entry, ATOM, "title")).containsExactly(expected);
            var author = Xml.children(entry, ATOM, "author").getFirst();
            assertThat(Xml.texts(author, ATOM, "name")).containsExactly(expected);
            // a line break in an attribute is a space
            assertThat(Xml.children(entry, ATOM, "category").getFirst().getAttribute("term"))
                    .isEqualTo(expected.replaceAll("[\t\n]", " "));
            if (!text.isEmpty()) {
                assertThat(Xml.texts(entry, ATOM, "summary")).containsExactly(expected);
                assertThat(Xml.texts(entry, ATOM, "content")).containsExactly(expected);
            }
        }
    }

    @Test
    void saysEverythingInJson() throws IOException {
        for (var text : NaughtyStrings.all()) {
            var document = JsonMapper.shared().readTree(JsonFeedDocument.of(feed(text)));

            var item = document.path("items").path(0);
            assertThat(item.path("title").asString("")).isEqualTo(text);
            assertThat(item.path("summary").asString("")).isEqualTo(text);
            assertThat(item.path("content_html").asString("")).isEqualTo(text);
        }
    }

    private static Syndicated feed(String text) {
        var teaser = new Teaser(
                text, text, "en", List.of(), List.of(), List.of(), List.of(), List.of(text), "", "", "", false);
        var time = Instant.parse("2026-11-07T01:02:03.456Z");
        return new Syndicated(
                new Site("https://news.example.com", "Example"),
                new Channel("global", text, null),
                List.of(new Entry("0198c0de-0000-7000-8000-000000000001", teaser, List.of(text), text, time, time)));
    }
}
