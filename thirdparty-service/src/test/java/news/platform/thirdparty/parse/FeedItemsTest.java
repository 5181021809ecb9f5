package news.platform.thirdparty.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.platform.thirdparty.parse.Reading.atomEntry;
import static news.platform.thirdparty.parse.Reading.read;
import static news.platform.thirdparty.parse.Reading.rssItem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import news.platform.thirdparty.clean.RawItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, bodies and pictures, wherever and however feeds write them. */
class FeedItemsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/pdf' href='/1.pdf'/><link rel='alternate' type='text/html' href='/1'/>",
                "<link type='application/pdf' href='/1.pdf'/><link href='/1'/>",
                "<link rel='http://www.iana.org/assignments/relation/alternate' href='/1'/>",
                "<link rel='Alternate' href='/1'/><link rel='self' href='/2'/>",
                "<link rel='self' href='/2'/><link href='/1'/>",
                "<link rel='self' href='/2'/><id>https://paper.example/1</id>",
                "<id>https://paper.example/1</id>"
            })
    void findsThePageOfAnAtomEntry(String links) throws UnreadableFeedException {
        assertThat(atomEntry("<title>t</title>" + links).url()).isEqualTo("https://paper.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link>/1</link>",
                "<link/><link>/1</link>",
                "<link href='/1'/>",
                "<atom:link href='/1'/>",
                "<link/><atom:link rel='self' href='/2'/><atom:link rel='alternate' type='text/html' href='/1'/>",
                "<atom:link type='application/pdf' href='/2'/><atom:link href='/1'/>",
                "<guid>https://paper.example/1</guid>",
                "<link> </link><guid isPermaLink='true'>https://paper.example/1</guid>"
            })
    void findsThePageOfAnRssItem(String links) throws UnreadableFeedException {
        assertThat(rssItem("<title>t</title>" + links).url()).isEqualTo("https://paper.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<guid isPermaLink='false'>https://paper.example/1</guid>", "<atom:link rel='self' href='/1'/>"})
    void takesNothingForAPageThatIsNone(String links) throws UnreadableFeedException {
        assertThat(rssItem("<title>t</title>" + links).url()).isEmpty();
    }

    @Test
    void findsThePageOfAnRdfItem() throws UnreadableFeedException {
        Feed feed = read(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel rdf:about='https://paper.example/feed'><title>t</title></channel>"
                        + "<item rdf:about='https://paper.example/1'><title>One</title></item></rdf:RDF>");

        assertThat(feed.items().getFirst().url()).isEqualTo("https://paper.example/1");
    }

    @Test
    void readsPrefixedXhtml() throws UnreadableFeedException {
        RawItem entry = atomEntry("<title>t</title><content type='xhtml' xmlns:xhtml='http://www.w3.org/1999/xhtml'>"
                + "<xhtml:div><xhtml:p>One</xhtml:p><xhtml:p>Two</xhtml:p></xhtml:div></content>");
        RawItem item = rssItem("<title>t</title><xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'>"
                + "<xhtml:p>One</xhtml:p><xhtml:p>Two</xhtml:p></xhtml:body>");

        assertThat(entry.body().value()).contains("<p>One</p><p>Two</p>");
        assertThat(item.body().value()).matches("<p[^>]*>One</p><p[^>]*>Two</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "HTML", " Html ", "CDATA", "escaped", "text/html", "TEXT/HTML"})
    void readsHtmlUnderAnyNameOfItsType(String type) throws UnreadableFeedException {
        assertThat(atomEntry("<title>t</title><content type='" + type + "'><![CDATA[<p>One</p>]]></content>")
                        .body()
                        .value())
                .isEqualTo("<p>One</p>");
        assertThat(oldEntry("<content type='" + type + "' mode='escaped'>&lt;p&gt;One&lt;/p&gt;</content>")
                        .body()
                        .value())
                .isEqualTo("<p>One</p>");
    }

    @Test
    void leavesOutABodyThatIsNoText() throws UnreadableFeedException {
        assertThat(atomEntry("<title>t</title><content type='image/png'>iVBORw0KGgo=</content>")
                        .body()
                        .isBlank())
                .isTrue();
    }

    @Test
    void unpacksWhatIsInBase64() throws UnreadableFeedException {
        String packed = Base64.getMimeEncoder()
                .encodeToString("<p>中文 and a line that is longer than one of base64 may be, so it is broken</p>"
                        .getBytes(UTF_8));

        assertThat(oldEntry("<content type='text/html' mode='base64'>" + packed + "</content>")
                        .body()
                        .value())
                .startsWith("<p>中文");
        assertThat(oldEntry("<title mode='base64'>" + Base64.getEncoder().encodeToString("T".getBytes(UTF_8))
                                + "</title>")
                        .title()
                        .readable())
                .isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "no base64 at all", "a", "中"})
    void readsTheEntryWithoutATextThatIsNoBase64(String text) throws UnreadableFeedException {
        assertThat(oldEntry("<id>urn:1</id><content mode='base64'>" + text + "</content>")
                        .id())
                .isEqualTo("urn:1");
    }

    @Test
    void resolvesALinkInABodyAgainstTheBaseOfTheBody() throws UnreadableFeedException {
        RawItem entry = atomEntry("<title>t</title><summary xml:base='/summary/'>s</summary>"
                + "<content type='html' xml:base='/body/'>&lt;a href='x'&gt;</content>");

        assertThat(entry.base()).isEqualTo("https://paper.example/body/");
        assertThat(atomEntry("<title>t</title><summary xml:base='/summary/'>s</summary>")
                        .base())
                .isEqualTo("https://paper.example/summary/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <media:thumbnail url='/1.jpg'/>
                    <media:thumbnail url='//paper.example/1.jpg'/>
                    <media:thumbnail url='1.jpg' xml:base='https://paper.example/'/>
                    <media:content url='/1.jpg' medium='image'/>
                    <media:content url='/1.jpg' type='Image/JPEG'/>
                    <media:content url='/1.jpg'/>
                    <media:group><media:content url='/1.mp4' medium='video'/><media:thumbnail url='/1.jpg'/></media:group>
                    <media:content url='javascript:x' medium='image'/><media:content url='/1.jpg' medium='image'/>
                    """)
    void findsThePictureOfAnyItem(String picture) throws UnreadableFeedException {
        assertThat(rssItem("<title>t</title>" + picture).coverUrl()).isEqualTo("https://paper.example/1.jpg");
        assertThat(atomEntry("<title>t</title>" + picture).coverUrl()).isEqualTo("https://paper.example/1.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type='Image/JPEG'", "", "type=''", "type='application/octet-stream'"})
    void findsThePictureThatIsEnclosed(String type) throws UnreadableFeedException {
        assertThat(rssItem("<title>t</title><enclosure length='1' url='/1.JPG' " + type + "/>")
                        .coverUrl())
                .isEqualTo("https://paper.example/1.JPG");
        assertThat(atomEntry("<title>t</title><link rel='enclosure' href='/1.JPG' " + type + "/>")
                        .coverUrl())
                .isEqualTo("https://paper.example/1.JPG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<enclosure url='/1.mp3'/>",
                "<enclosure url='/1.jpg' type='audio/mpeg'/>",
                "<media:content url='/1.jpg' medium='video'/>"
            })
    void takesNothingForAPictureThatIsNone(String picture) throws UnreadableFeedException {
        assertThat(rssItem("<title>t</title>" + picture).coverUrl()).isEmpty();
    }

    @Test
    void readsTheChannelDefinitionFormat() throws UnreadableFeedException {
        Feed feed = read(
                "<CHANNEL HREF='/home'><TITLE>C</TITLE><ITEM HREF='/1' LASTMOD='2024-01-02T03:04'><TITLE>One</TITLE>"
                        + "<ABSTRACT>About</ABSTRACT></ITEM></CHANNEL>");

        RawItem item = feed.items().getFirst();
        assertThat(feed.title()).isEqualTo("C");
        assertThat(feed.link()).isEqualTo("https://paper.example/home");
        assertThat(item.title().readable()).isEqualTo("One");
        assertThat(item.url()).isEqualTo("https://paper.example/1");
        assertThat(item.summary().readable()).isEqualTo("About");
        assertThat(item.publishTime()).isEqualTo("2024-01-02T03:04:00Z");
    }

    private static RawItem oldEntry(String inside) throws UnreadableFeedException {
        return read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>t</title><entry>" + inside
                        + "</entry></feed>")
                .items()
                .getFirst();
    }
}
