package news.platform.content.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import news.platform.content.NaughtyStrings;
import news.platform.content.Xml;
import news.platform.content.site.Site;
import news.platform.content.sitemap.Sitemaps.Fresh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapDocumentsTest {
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

    private final SitemapDocuments documents = new SitemapDocuments(new Site("https://news.example.com", "A & B"));

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "pt-BR, pt",
        "yue, yue",
        "zh, zh-cn",
        "zh-CN, zh-cn",
        "zh-Hans-HK, zh-cn",
        "zh-TW, zh-tw",
        "zh-HK, zh-tw",
        "zh-Hant, zh-tw"
    })
    void namesLanguagesAsGoogleKnowsThem(String tag, String language) {
        assertThat(SitemapDocuments.language(tag)).isEqualTo(language);
    }

    @Test
    void tellsCrawlersWhereTheSitemapsAre() {
        assertThat(documents.robots().lines())
                .containsExactly(
                        "User-agent: *",
                        "Disallow:",
                        "",
                        "Sitemap: https://news.example.com/sitemap.xml",
                        "Sitemap: https://news.example.com/sitemap-news.xml");
    }

    @Test
    void saysAnyTitle() throws IOException {
        for (var title : NaughtyStrings.all()) {
            var document = Xml.parse(documents.news(List.of(new Fresh("1", title, "en", Instant.EPOCH))));

            assertThat(Xml.all(document, NEWS, "title").getFirst().getTextContent())
                    .isEqualTo(NaughtyStrings.inXml(title));
            assertThat(Xml.all(document, NEWS, "name").getFirst().getTextContent())
                    .isEqualTo("A & B");
        }
    }
}
