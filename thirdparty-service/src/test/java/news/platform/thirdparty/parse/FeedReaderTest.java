package news.platform.thirdparty.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.thirdparty.clean.RawItem;
import news.platform.thirdparty.clean.RawText;
import news.platform.thirdparty.fetch.FetchResult.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final URI BASE = URI.create("https://paper.example/feeds/all.xml");

    private final FeedReader reader = new FeedReader();

    @Test
    void readsRss() throws UnreadableFeedException {
        Feed feed = read("""
                <rss version="2.0"><channel><title>The Paper</title><link>https://paper.example/</link><language>en-GB</language>
                <item><title>Rates &amp; bonds</title><link>/rates</link><guid isPermaLink="false">r1</guid>
                <description>&lt;b&gt;Short&lt;/b&gt;</description><category>economy</category><author>ann@paper.example (Ann)</author>
                <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Long</p>]]></content:encoded>
                <pubDate>Sat, 07 Sep 2002 00:00:01 +0200</pubDate></item></channel></rss>""");

        RawItem item = feed.items().getFirst();
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
        assertThat(feed.title()).isEqualTo("The Paper");
        assertThat(item.id()).isEqualTo("r1");
        assertThat(item.url()).isEqualTo("https://paper.example/rates");
        assertThat(item.title().readable()).isEqualTo("Rates & bonds");
        assertThat(item.summary()).isEqualTo(new RawText.Html("<b>Short</b>"));
        assertThat(item.body()).isEqualTo(new RawText.Html("<p>Long</p>"));
        assertThat(item.publishTime()).isEqualTo(Instant.parse("2002-09-06T22:00:01Z"));
        assertThat(item.tags()).containsExactly("economy");
        assertThat(item.lang()).isEqualTo("en-GB");
    }

    @Test
    void readsAtomWithBasesAndLanguages() throws UnreadableFeedException {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/" xml:lang="en"><title type="text">1 &lt; 2</title>
                <id>urn:feed</id><entry xml:base="b/" xml:lang="de"><id>urn:entry</id><title type="html">&lt;i&gt;T&lt;/i&gt;</title>
                <link rel="alternate" href="c"/><author><name>Ann</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="d" xml:base="/root/">x</a></div></content>
                <updated>2024-01-02T03:04:05Z</updated></entry></feed>""");

        RawItem item = feed.items().getFirst();
        assertThat(feed.title()).isEqualTo("1 < 2");
        assertThat(feed.id()).isEqualTo("urn:feed");
        assertThat(item.url()).isEqualTo("https://other.example/a/b/c");
        assertThat(item.lang()).isEqualTo("de");
        assertThat(item.title().readable()).isEqualTo("T");
        assertThat(item.body().value()).contains("https://other.example/root/d");
        assertThat(item.bylines()).containsOnly("Ann");
        assertThat(item.publishTime()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1"})
    void readsJsonFeed(String version) throws UnreadableFeedException {
        Feed feed = read("""
                {"version": "https://jsonfeed.org/version/%s", "title": "J", "home_page_url": "https://j.example/", "language": "en",
                 "author": {"name": "Ann"}, "items": [
                 {"id": 7, "url": "/seven", "title": "Seven <b>", "content_html": "<p>x</p>", "date_published": "2024-01-02T03:04:05+01:00",
                  "tags": ["a", "b"], "image": "https://j.example/7.png"},
                 {"id": "8", "content_text": "a < b"}, "nonsense"]}""".formatted(version));

        RawItem item = feed.items().getFirst();
        assertThat(feed.format()).isEqualTo(FeedFormat.JSON_FEED);
        assertThat(feed.items()).hasSize(2);
        assertThat(item.id()).isEqualTo("7");
        assertThat(item.url()).isEqualTo("https://paper.example/seven");
        assertThat(item.title().readable()).isEqualTo("Seven <b>");
        assertThat(item.publishTime()).isEqualTo(Instant.parse("2024-01-02T02:04:05Z"));
        assertThat(item.bylines()).containsExactly("Ann");
        assertThat(item.coverUrl()).isEqualTo("https://j.example/7.png");
        assertThat(feed.items().getLast().body()).isEqualTo(new RawText.Plain("a < b"));
    }

    @ParameterizedTest
    @CsvSource({
        "GB2312, text/xml, gb2312",
        "GB18030, text/xml;charset=gb2312, utf-8",
        "UTF-16LE, text/xml, utf-16",
        "UTF-16, '', utf-16",
        "UTF-8, text/xml; charset=iso-8859-1x, nonsense",
        "Big5, application/xml; charset=Big5, ''",
        "UTF-8, text/html, utf-16",
        "UTF-32BE, '', utf-32",
        "Shift_JIS, '', Shift_JIS"
    })
    void findsOutTheEncoding(String encoding, String contentType, String declared) throws UnreadableFeedException {
        String declaration = declared.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] bytes =
                (declaration + "<rss><channel><title>中文</title></channel></rss>").getBytes(Charset.forName(encoding));

        assertThat(read(bytes, contentType).title()).isEqualTo("中文");
    }

    @Test
    void readsLatinBytesThatClaimToBeUtf8() throws UnreadableFeedException {
        byte[] bytes = "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Café “x”</title></channel></rss>"
                .getBytes(Charset.forName("windows-1252"));

        assertThat(read(bytes, "text/xml; charset=utf-8").title()).isEqualTo("Café “x”");
    }

    @ParameterizedTest
    @CsvSource({
        "a &mdash; b, a — b",
        "a &amp; b, a & b",
        "AT&T, AT&T",
        "a &unknown; b, a &unknown; b",
        "&#8220;q&#8221;, “q”",
        "&#147;q&#148;, “q”",
        "3 < 4, 3 < 4",
        "a&#0;b, ab",
        "&#x4e2d;&#25991;, 中文"
    })
    void mendsWhatIsAlmostXml(String title, String expected) throws UnreadableFeedException {
        assertThat(read("<!DOCTYPE rss [<!-- ' --> <!ELEMENT rss ANY>]><rss><channel><title>" + title
                                + "</title></channel></rss>")
                        .title())
                .isEqualTo(expected);
    }

    @Test
    void dropsCharactersThatXmlForbids() throws UnreadableFeedException {
        assertThat(read("<rss><channel><title>a\u0000b\u0008c\ufffe</title></channel></rss>")
                        .title())
                .isEqualTo("abc");
    }

    @Test
    void keepsWhatStandsInCdata() throws UnreadableFeedException {
        assertThat(read("<rss><channel><title><![CDATA[a &lt; b & <i>c</i>]]></title></channel></rss>")
                        .title())
                .isEqualTo("a < b & c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>&x;</title></channel></rss>",
                "<!DOCTYPE r [<!ENTITY a 'b'><!ENTITY % p SYSTEM 'http://127.0.0.1/'>]><rss><channel><title>&a;</title></channel></rss>",
                "<rss><channel><title>&x;</title><!DOCTYPE r [<!ENTITY x 'y'>]>",
                "<html><head/></html>",
                "<opml/>",
                "<svg/>",
                "{}",
                "{\"version\": 1}",
                "[]",
                "text",
                "   ",
                "<",
                "<rss",
                "<rss><channel>",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [[[[",
                "<rdf:RDF/>"
            })
    void refusesWhatIsNoFeedOrNotSafe(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFeedException.class);
    }

    @Test
    void readsNoMoreThanFiveHundredItems() throws UnreadableFeedException {
        String items = IntStream.range(0, 700)
                .mapToObj(i -> "<item><guid>" + i + "</guid><title>t</title></item>")
                .collect(Collectors.joining());

        assertThat(read("<rss><channel>" + items + "</channel></rss>").items()).hasSize(500);
        assertThat(read("<rss>" + items + "</rss>").items()).hasSize(500);
    }

    @Test
    void refusesATreeThatIsTooLarge() {
        assertThatThrownBy(() -> read("<rss><channel>" + "<a/>".repeat(200_000) + "</channel></rss>"))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageContaining("elements");
    }

    @Test
    void readsOnWhereADateMakesNoSense() throws UnreadableFeedException {
        Feed feed = read("<rss><channel><item><title>t</title><pubDate>soon</pubDate></item></channel></rss>");

        assertThat(feed.items().getFirst().publishTime()).isNull();
    }

    private Feed read(String text) throws UnreadableFeedException {
        return read(text.getBytes(UTF_8), "");
    }

    private Feed read(byte[] bytes, String contentType) throws UnreadableFeedException {
        return reader.read(new Content(BASE, bytes, contentType, null, null, null));
    }
}
