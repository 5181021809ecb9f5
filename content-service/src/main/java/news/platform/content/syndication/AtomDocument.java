package news.platform.content.syndication;

import java.time.Instant;
import news.platform.content.site.Dates;
import news.platform.content.site.XmlDocument;
import news.platform.content.syndication.Syndicated.Entry;

/** A feed as Atom (RFC 4287). */
final class AtomDocument {
    private AtomDocument() {}

    static byte[] of(Syndicated feed) {
        var xml = XmlDocument.begin()
                .open("feed")
                .attribute("xmlns", "http://www.w3.org/2005/Atom")
                .attribute("xmlns:media", "http://search.yahoo.com/mrss/")
                .element("id", feed.urn())
                .element("title", feed.title())
                // it must say one: of an empty feed nothing is known that ever changed
                .element("updated", Dates.rfc3339(feed.updated().orElse(Instant.EPOCH)));
        author(xml, feed.site().name());
        link(xml, "self", Format.ATOM.mediaType(), Format.ATOM.addressOf(feed));
        link(xml, "alternate", "text/html", feed.home());
        feed.entries().forEach(entry -> entry(xml, feed, entry));
        return xml.end();
    }

    private static void entry(XmlDocument xml, Syndicated feed, Entry entry) {
        var teaser = entry.teaser();
        xml.open("entry")
                .attribute("xml:lang", teaser.lang())
                .element("id", entry.urn())
                .element("title", teaser.title())
                .element("published", Dates.rfc3339(entry.published()))
                .element("updated", Dates.rfc3339(entry.updated()));
        link(xml, "alternate", "text/html", feed.site().article(entry.id()));
        entry.authors().forEach(name -> author(xml, name));
        teaser.tags().forEach(tag -> xml.open("category").attribute("term", tag).close());
        if (!teaser.summary().isEmpty()) {
            xml.element("summary", teaser.summary());
        }
        if (!entry.contentHtml().isEmpty()) {
            xml.open("content")
                    .attribute("type", "html")
                    .text(entry.contentHtml())
                    .close();
        }
        if (!teaser.coverUrl().isEmpty()) {
            xml.open("media:content")
                    .attribute("url", feed.site().absolute(teaser.coverUrl()))
                    .attribute("medium", "image")
                    .close();
        }
        xml.close();
    }

    private static void author(XmlDocument xml, String name) {
        xml.open("author").element("name", name).close();
    }

    private static void link(XmlDocument xml, String relation, String type, String address) {
        xml.open("link")
                .attribute("rel", relation)
                .attribute("type", type)
                .attribute("href", address)
                .close();
    }
}
