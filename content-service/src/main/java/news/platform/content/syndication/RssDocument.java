package news.platform.content.syndication;

import news.platform.content.site.Dates;
import news.platform.content.site.XmlDocument;
import news.platform.content.syndication.Syndicated.Entry;

/** A feed as RSS 2.0, with the modules by which readers find its own address, bylines, bodies, languages and pictures. */
final class RssDocument {
    private RssDocument() {}

    static byte[] of(Syndicated feed) {
        var xml = XmlDocument.begin()
                .open("rss")
                .attribute("version", "2.0")
                .attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
                .attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/")
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:media", "http://search.yahoo.com/mrss/")
                .open("channel")
                .element("title", feed.title())
                .element("link", feed.home())
                .element("description", feed.title());
        feed.language().ifPresent(language -> xml.element("language", language));
        feed.updated().ifPresent(time -> xml.element("lastBuildDate", Dates.rfc822(time)));
        xml.open("atom:link")
                .attribute("rel", "self")
                .attribute("type", Format.RSS.mediaType())
                .attribute("href", Format.RSS.addressOf(feed))
                .close();
        feed.entries().forEach(entry -> item(xml, feed, entry));
        return xml.end();
    }

    private static void item(XmlDocument xml, Syndicated feed, Entry entry) {
        var teaser = entry.teaser();
        xml.open("item")
                .element("title", teaser.title())
                .element("link", feed.site().article(entry.id()))
                .open("guid")
                .attribute("isPermaLink", "false")
                .text(entry.urn())
                .close()
                .element("pubDate", Dates.rfc822(entry.published()))
                .element("dc:language", teaser.lang());
        entry.authors().forEach(name -> xml.element("dc:creator", name));
        teaser.tags().forEach(tag -> xml.element("category", tag));
        // readers take a description for HTML
        xml.element("description", escaped(teaser.summary()));
        if (!entry.contentHtml().isEmpty()) {
            xml.element("content:encoded", entry.contentHtml());
        }
        if (!teaser.coverUrl().isEmpty()) {
            xml.open("media:content")
                    .attribute("url", feed.site().absolute(teaser.coverUrl()))
                    .attribute("medium", "image")
                    .close();
        }
        xml.close();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
