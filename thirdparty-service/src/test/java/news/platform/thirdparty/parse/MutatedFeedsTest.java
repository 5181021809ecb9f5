package news.platform.thirdparty.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.platform.thirdparty.clean.ItemCleaner;
import org.junit.jupiter.api.Test;

/** Feeds as a broken or hostile host may send them. Made at random; a failure names the seed of the one that broke it. */
class MutatedFeedsTest {

    private static final List<String> CHARSETS =
            List.copyOf(Charset.availableCharsets().keySet());

    private static final int MUTANTS = 1_500;

    private static final List<String> FEEDS = List.of("""
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Paper &amp; more</title><link>https://paper.example/</link><language>en</language>
            <item><title>One <b>two</b> <!-- x --></title><link>/1?a=1&amp;b=2</link><guid isPermaLink="false">1</guid>
            <description><![CDATA[<p onclick="x">a <a href="b">c</a></p>]]></description><dc:creator>Ann</dc:creator>
            <author>ann@paper.example (Ann)</author><media:thumbnail url="/1.jpg"/>
            <pubDate>Sat, 07 Sep 2002 00:00:01 GMT</pubDate></item></channel></rss>""", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/" xml:lang="en"><title type="text">T</title>
            <id>urn:feed</id><link rel="self" href="x"/><entry xml:base="b/"><id>urn:1</id><title type="html">&lt;i&gt;T&lt;/i&gt;</title>
            <link rel="alternate" href="c"/><author><name>Ann</name></author><summary type="html">x</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="d" xml:base="/root/">x</a></div></content>
            <updated>2024-01-02T03:04:05Z</updated></entry></feed>""", """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><tagline mode="escaped">x</tagline><entry><title>One</title>
            <link rel="alternate" href="https://paper.example/1"/><content type="text/html" mode="base64">PGI+eDwvYj4=</content>
            <issued>2024-01-02</issued></entry></feed>""", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="x"><title>T</title></channel><item rdf:about="https://paper.example/1"><title>One</title>
            <link>https://paper.example/1</link></item></rdf:RDF>""", """
            <CHANNEL HREF="https://paper.example/"><TITLE>T</TITLE><ITEM HREF="https://paper.example/1" LASTMOD="2024-01-02T03:04">
            <TITLE>One</TITLE><ABSTRACT>x</ABSTRACT></ITEM></CHANNEL>""", """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "authors": [{"name": "Ann"}], "items": [
            {"id": 7, "url": "/seven", "title": "Seven", "content_html": "<p>x</p>", "date_published": "2024-01-02T03:04:05+01:00",
            "tags": ["a"], "image": "https://j.example/7.png"}]}""");

    private static final List<String> ODD = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&#0;",
            "&#xD800;",
            "&x;",
            "\"",
            "'",
            "=",
            ":",
            "\0",
            "\1",
            "\ufffe",
            "\ud800",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?xml ",
            "?>",
            "<!DOCTYPE a [",
            "<!ENTITY x 'y'>",
            "xmlns=''",
            " xmlns:xmlns='x'",
            " xmlns:xml='x'",
            " xmlns:undeclared='x'",
            " xmlns:a='http://www.w3.org/XML/1998/namespace'",
            " xmlns:a=' \t'",
            " a:b='1'",
            " xml:base='::'",
            " xml:lang='\u00ad'",
            "<xmlns:a/>",
            "<undeclared:e a:b='1'/>",
            "<xml:a/>",
            "<:a/>",
            "<a:/>",
            "<a:b:c/>",
            "<item/>",
            "<channel>",
            "<rss>",
            "<link rel='enclosure' type='image/x'/>",
            "<enclosure length='-1' url='x'/>",
            "<pubDate>99999-99-99T99:99:99Z</pubDate>",
            "<cloud port='x'/>",
            "<ttl>x</ttl>",
            "<image/>",
            "<textInput/>",
            "<skipHours><hour>x</hour></skipHours>",
            "<category domain=''/>",
            "<content src='x' type='a/b'/>",
            "<thumbnail url='//['/>",
            "mode='base64'",
            "1e999",
            "[[[[",
            "{}",
            "null");

    private final FeedReader reader = new FeedReader();
    private final ItemCleaner cleaner = new ItemCleaner(Clock.systemUTC());

    /** What became of a feed. */
    private enum Fate {
        READ,
        READ_LENIENTLY,
        REFUSED
    }

    @Test
    void readsOrRefusesWhateverIsMadeOfAFeed() {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (int seed = 0; seed < MUTANTS; seed++) {
            fates.merge(fate(seed), 1, Integer::sum);
        }

        assertThat(fates).hasSize(3).allSatisfy((fate, times) -> assertThat(times)
                .isGreaterThan(MUTANTS / 20));
    }

    private Fate fate(int seed) {
        Random random = new Random(seed);
        String mutant = mutant(random);
        try {
            Feed feed = reader.read(Reading.content(mutant.getBytes(encoding(random)), contentType(random)));
            feed.items().forEach(cleaner::clean);
            return feed.lenient() ? Fate.READ_LENIENTLY : Fate.READ;
        } catch (UnreadableFeedException refused) {
            return Fate.REFUSED;
        } catch (RuntimeException | StackOverflowError escaped) {
            throw new AssertionError("seed " + seed + ": " + mutant, escaped);
        }
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(FEEDS.get(random.nextInt(FEEDS.size())));
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> text.replace(at, end, " ");
                case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 3 -> text.setLength(random.nextInt(10) == 0 ? at + 1 : text.length());
                default -> text.insert(afterATag(text, at), ODD.get(random.nextInt(ODD.size())));
            }
        }
        return text.toString();
    }

    /** Or within the next one, or anywhere. */
    private static int afterATag(StringBuilder text, int at) {
        int end = text.indexOf(">", at);
        return at % 3 == 0 || end < 0 ? at : at % 3 == 1 ? end : end + 1;
    }

    private static Charset encoding(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> UTF_16;
            case 1 -> ISO_8859_1;
            case 2 -> Charset.forName("GB18030");
            default -> UTF_8;
        };
    }

    private static String contentType(Random random) {
        return random.nextInt(4) == 0 ? "text/xml; charset=" + CHARSETS.get(random.nextInt(CHARSETS.size())) : "";
    }
}
