package news.platform.thirdparty.parse;

import static news.platform.thirdparty.parse.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not well-formed is read all the same, and no less safely. */
class LenientFeedTest {
    private static final String START =
            "<rss version='2.0'><channel><title>The Paper</title><link>https://paper.example/</link>";
    private static final String ITEM = "<item><title>One</title><link>https://paper.example/1?a=1&amp;b=2</link>"
            + "<guid isPermaLink='false'>1</guid></item>";
    private static final String END = "</channel></rss>";
    private static final String NOTICE =
            "<br />\n<b>Notice</b>:  Undefined index: x in <b>/var/www/feed.php</b> on line <b>5</b><br />\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<media:thumbnail url='https://paper.example/1.jpg'/>",
                "<content:encoded><![CDATA[<p>a & b</p>]]></content:encoded>",
                "<foo:bar baz:qux='1'>x</foo:bar>",
                "<description>a<br>b</description>",
                "<description><b><i>a</b></i></description>",
                "<category name='a' name='b'/>",
                "<category name=a/>",
                "<category name/>",
                "</author>",
                "<1/>",
                "<category name='a<b'/>",
                "<!ELEMENT x>",
                "<pubDate>",
                "<?php echo 1 ?>",
                "<?xml version='1.0'?>"
            })
    void readsAnItemWithWhatIsNotWellFormedInIt(String inside) throws UnreadableFeedException {
        Feed feed = read(START + "<item><title>One</title>" + inside
                + "<link>https://paper.example/1?a=1&b=2</link><guid isPermaLink='false'>1</guid></item>" + END);

        assertThat(feed.title()).isEqualTo("The Paper");
        assertThat(feed.items().getFirst().title().readable()).isEqualTo("One");
        assertThat(feed.items().getFirst().url()).isEqualTo("https://paper.example/1?a=1&b=2");
        assertThat(feed.items().getFirst().id()).isEqualTo("1");
    }

    static Stream<String> documents() {
        String feed = START + ITEM + END;
        String declaration = "<?xml version='1.0' encoding='utf-8'?>";
        return Stream.of(
                "0" + declaration + feed,
                "\n0\n" + feed,
                NOTICE + declaration + feed,
                declaration + NOTICE + feed,
                feed + NOTICE,
                "\ufeff\ufeff" + declaration + feed,
                " \n\ufeff" + declaration + feed,
                "<!-- served from cache -->" + declaration + feed,
                "\n\n" + declaration + feed,
                "<?xml version='1.0'>" + feed,
                "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">]>" + feed,
                START + ITEM + "</chan",
                START + ITEM + "</channel>",
                START + ITEM,
                START + ITEM + "<",
                START + ITEM.replace("</guid></item>", "</guid"),
                START + ITEM + "<!-- cut",
                START + ITEM + END + END,
                feed + "trailing",
                "<?xml-stylesheet href='x'?>" + feed);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsAFeedWhateverStandsAroundItOrIsMissing(String document) throws UnreadableFeedException {
        Feed feed = read(document);

        assertThat(feed.title()).isEqualTo("The Paper");
        assertThat(feed.link()).isEqualTo("https://paper.example/");
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.items().getFirst().title().readable()).isEqualTo("One");
        assertThat(feed.items().getFirst().url()).isEqualTo("https://paper.example/1?a=1&b=2");
    }

    @Test
    void saysWhetherAndWhyItWasLenient() throws UnreadableFeedException {
        assertThat(read(START + END).lenient()).isFalse();
        assertThat(read(START).fault()).contains("must");
    }

    @Test
    void readsWhatAnUndeclaredPrefixUsuallyMeans() throws UnreadableFeedException {
        var item = read(START + "<item><title>One</title><media:thumbnail url='https://paper.example/1.jpg'/>"
                        + "<dc:creator>Ann</dc:creator><content:encoded><![CDATA[<p>a &amp; b</p>]]></content:encoded></item>"
                        + END)
                .items()
                .getFirst();

        assertThat(item.coverUrl()).isEqualTo("https://paper.example/1.jpg");
        assertThat(item.bylines()).containsExactly("Ann");
        assertThat(item.body().value()).isEqualTo("<p>a &amp; b</p>");
    }

    @Test
    void readsDeclaredNamespacesAsTheStrictReadingDoes() throws UnreadableFeedException {
        var item =
                read("<f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns:m='http://search.yahoo.com/mrss/'><f:title>T</f:title>"
                                + "<f:entry><f:title>xmlns</f:title><f:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                                + "<p>a</p></div></f:content><m:thumbnail url='/1.jpg'/></f:entry>")
                        .items()
                        .getFirst();

        assertThat(item.title().readable()).isEqualTo("xmlns");
        assertThat(item.coverUrl()).isEqualTo("https://paper.example/1.jpg");
        assertThat(item.body().value()).contains("<p>a</p>");
    }

    /** Prefixes that mean something by themselves, and two vocabularies under one prefix. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x xmlns:xmlns='x'><xmlns:a xmlns:b='1'/></x>",
                "<undeclared:e xmlns:undeclared='x' a:b='1'/>",
                "<xml:e xmlns:xml='x' xml:lang='en'/>",
                "<e xmlns='http://www.w3.org/XML/1998/namespace' xmlns:a='http://www.w3.org/2000/xmlns/' a:b='1'/>",
                "<other0:e xmlns:other0='x' xmlns:b='y' b:c='1' other1:c='2'/>",
                "<media:e xmlns:media='x' xmlns:b='http://search.yahoo.com/mrss/' b:c='1' media:c='2'/>"
            })
    void readsAnItemWithOddNamespacesInIt(String inside) throws UnreadableFeedException {
        String item = "<item><title>One</title>" + inside + "</item>";

        assertThat(read(START + item + "<br>" + END).items().getFirst().title().readable())
                .isEqualTo("One");
    }

    @Test
    void knowsAnEntityThatIsOneCharacter() throws UnreadableFeedException {
        Feed feed = read("<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\"><!ENTITY mine '&#x4e2d;'>]>"
                + "<rss><channel><title>a&nbsp;b&mine;</title></channel></rss>");

        assertThat(feed.title()).isEqualTo("a b中");
        assertThat(feed.lenient()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>&x;</title></channel>",
                "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><channel><title>&b;</title></channel>",
                "<!DOCTYPE r [<!ENTITY a 'b'><!ENTITY % p SYSTEM 'http://127.0.0.1/'>]><rss><channel><title>&a;</title></channel>",
                "<rss><channel><title>&x;</title><!DOCTYPE r [<!ENTITY x 'y'>]>",
                "<html><body><br><rss><channel><title>x</title></channel></rss></body>",
                "<html><body>not found<br></body>",
                "<svg><g></svg>",
                "<opml><outline></opml>",
                "0",
                "no feed <b>here",
                "<rss",
                "<rss><channel>",
                "<feed><entry",
                "0<rdf:RDF>"
            })
    void refusesWhatIsNoFeedOrNotSafe(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFeedException.class);
    }

    static Stream<String> bombs() {
        String namespaces = IntStream.range(0, 20_000)
                .mapToObj(i -> "<a xmlns:n" + i + "='urn:" + i + "'>")
                .collect(Collectors.joining());
        String declarations =
                IntStream.range(0, 1_000).mapToObj(i -> " xmlns:n" + i + "='u'").collect(Collectors.joining());
        return Stream.of(
                "<a>".repeat(50_000),
                "<a>".repeat(1_500_000),
                "<a/>".repeat(200_000),
                "<b><i></b></i>".repeat(100_000),
                namespaces,
                "<a" + declarations + "/>");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void refusesWhatIsMadeToExhaustIt(String bomb) {
        assertThatThrownBy(() -> read("0<rss><channel><title>t</title>" + bomb + "</channel></rss>"))
                .isInstanceOf(UnreadableFeedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</channel></rss>", "</channel>"})
    void readsItemsThatEachDeclareTheirNamespaces(String end) throws UnreadableFeedException {
        String item =
                "<item><title>t</title><media:thumbnail xmlns:media='http://search.yahoo.com/mrss/' url='/1.jpg'/></item>";

        assertThat(read(START + item.repeat(400) + end).items()).hasSize(400);
    }

    @Test
    void takesForTextWhatASectionHides() throws UnreadableFeedException {
        String hidden = "<a b='<![CDATA['>" + "<a>".repeat(1_000_000) + "]]>";

        assertThat(read("0<rss><channel><title>t</title>" + hidden + "</channel></rss>")
                        .title())
                .isEqualTo("t");
    }

    @Test
    void readsNoMoreThanFiveHundredItems() throws UnreadableFeedException {
        assertThat(read(START + ITEM.repeat(700)).items()).hasSize(500);
    }
}
