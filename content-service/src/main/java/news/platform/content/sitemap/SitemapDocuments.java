package news.platform.content.sitemap;

import java.util.List;
import java.util.Locale;
import news.platform.content.site.Dates;
import news.platform.content.site.Site;
import news.platform.content.site.XmlDocument;
import news.platform.content.sitemap.Sitemaps.Fresh;
import news.platform.content.sitemap.Sitemaps.Located;
import news.platform.content.sitemap.Sitemaps.Month;
import org.springframework.stereotype.Component;

/** Sitemaps as XML: protocol 0.9 of sitemaps.org, and Google's extension 0.9 for news. */
@Component
final class SitemapDocuments {
    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private final Site site;

    SitemapDocuments(Site site) {
        this.site = site;
    }

    /** For crawlers, which may read everything. */
    String robots() {
        return """
                User-agent: *
                Disallow:

                Sitemap: %s
                Sitemap: %s
                """.formatted(site.absolute("/sitemap.xml"), site.absolute("/sitemap-news.xml"));
    }

    /** @param size how many addresses a sitemap has at most */
    byte[] index(List<Month> months, int size) {
        var xml = XmlDocument.begin().open("sitemapindex").attribute("xmlns", PROTOCOL);
        for (var month : months) {
            for (int part = 1; (part - 1L) * size < month.articles(); part++) {
                xml.open("sitemap")
                        .element("loc", site.absolute("/sitemap-articles.xml?month=" + month.month() + "&part=" + part))
                        .element("lastmod", Dates.rfc3339(month.updated()))
                        .close();
            }
        }
        return xml.end();
    }

    byte[] articles(List<Located> articles) {
        var xml = XmlDocument.begin().open("urlset").attribute("xmlns", PROTOCOL);
        for (var article : articles) {
            xml.open("url")
                    .element("loc", site.article(article.id()))
                    .element("lastmod", Dates.rfc3339(article.updated()))
                    .close();
        }
        return xml.end();
    }

    byte[] news(List<Fresh> articles) {
        var xml =
                XmlDocument.begin().open("urlset").attribute("xmlns", PROTOCOL).attribute("xmlns:news", NEWS);
        for (var article : articles) {
            xml.open("url")
                    .element("loc", site.article(article.id()))
                    .open("news:news")
                    .open("news:publication")
                    .element("news:name", site.name())
                    .element("news:language", language(article.lang()))
                    .close()
                    .element("news:publication_date", Dates.rfc3339(article.published()))
                    .element("news:title", article.title())
                    .close()
                    .close();
        }
        return xml.end();
    }

    /** ISO 639, which says of Chinese not enough: Google wants to know by which characters. */
    static String language(String tag) {
        var locale = Locale.forLanguageTag(tag);
        if (!locale.getLanguage().equals("zh")) {
            return locale.getLanguage();
        }
        var traditional = locale.getScript().isEmpty()
                ? List.of("TW", "HK", "MO").contains(locale.getCountry())
                : locale.getScript().equals("Hant");
        return traditional ? "zh-tw" : "zh-cn";
    }
}
