package news.platform.content.sitemap;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.platform.content.ContentServiceTest;
import news.platform.content.Xml;
import news.platform.content.site.Site;
import news.platform.content.v1.GetNewsSitemapRequest;
import news.platform.content.v1.GetRobotsRequest;
import news.platform.content.v1.GetSitemapIndexRequest;
import news.platform.content.v1.GetSitemapRequest;
import news.platform.content.v1.RecallArticleRequest;
import news.platform.content.v1.SitemapServiceGrpc;
import news.platform.content.v1.SitemapServiceGrpc.SitemapServiceBlockingStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.w3c.dom.Document;

@TestPropertySource(properties = "news.content.sitemap.max-addresses=3")
class SitemapIT extends ContentServiceTest {
    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final String RFC_3339 = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @Autowired
    private Site site;

    @BeforeEach
    void noArticles() {
        jdbc.sql("truncate article, article_listing, article_revision").update();
    }

    @Test
    void listsEveryPublishedArticleOnceByMonth() {
        var march = articles(4, OffsetDateTime.of(2026, 3, 31, 23, 59, 59, 0, ZoneOffset.UTC));
        var april = articles(3, OffsetDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        draft(story());

        var index = xml(reader().getSitemapIndex(GetSitemapIndexRequest.getDefaultInstance())
                .getIndex());

        assertThat(index.getDocumentElement().getLocalName()).isEqualTo("sitemapindex");
        assertThat(locations(index))
                .containsExactly(
                        site.url() + "/sitemap-articles.xml?month=2026-04&part=1",
                        site.url() + "/sitemap-articles.xml?month=2026-03&part=1",
                        site.url() + "/sitemap-articles.xml?month=2026-03&part=2");
        assertThat(texts(index, "lastmod")).hasSize(3).allMatch(time -> time.matches(RFC_3339));
        assertThat(locations(sitemap("2026-03", 0))).hasSize(3);
        var listed = new ArrayList<String>();
        listed.addAll(locations(sitemap("2026-03", 1)));
        listed.addAll(locations(sitemap("2026-03", 2)));
        assertThat(listed).containsExactlyElementsOf(addresses(march));
        assertThat(locations(sitemap("2026-04", 1))).containsExactlyElementsOf(addresses(april));
    }

    @Test
    void tellsCrawlersWhereTheyAre() {
        var robots = reader().getRobots(GetRobotsRequest.getDefaultInstance()).getRobots();

        assertThat(robots.getContentType()).isEqualTo("text/plain;charset=utf-8");
        assertThat(robots.getData().toStringUtf8()).contains("Sitemap: " + site.url() + "/sitemap.xml\n");
    }

    @Test
    void keepsTheRulesOfTheProtocol() {
        articles(1, OffsetDateTime.of(2026, 3, 1, 0, 0, 0, 0, ZoneOffset.UTC));

        var sitemap = sitemap("2026-03", 1);

        assertThat(sitemap.getDocumentElement().getLocalName()).isEqualTo("urlset");
        assertThat(sitemap.getDocumentElement().getNamespaceURI()).isEqualTo(PROTOCOL);
        assertThat(locations(sitemap))
                .allSatisfy(
                        address -> assertThat(URI.create(address).isAbsolute()).isTrue());
        assertThat(texts(sitemap, "lastmod")).hasSize(1).allMatch(time -> time.matches(RFC_3339));
    }

    @Test
    void leavesOutWhatWasRecalled() {
        var id = published(story()).getId();
        assertThat(locations(news())).containsExactly(site.article(id));

        editor().recallArticle(
                        RecallArticleRequest.newBuilder().setArticleId(id).build());

        assertThat(locations(news())).isEmpty();
        assertThat(locations(xml(reader().getSitemapIndex(GetSitemapIndexRequest.getDefaultInstance())
                        .getIndex())))
                .isEmpty();
    }

    @Test
    void refusesASitemapThatThereIsNot() {
        articles(3, OffsetDateTime.of(2026, 3, 1, 0, 0, 0, 0, ZoneOffset.UTC));

        assertRefused("SITEMAP_NOT_FOUND", () -> sitemap("2026-03", 2));
        assertRefused("SITEMAP_NOT_FOUND", () -> sitemap("2026-03", Integer.MAX_VALUE));
        assertRefused("SITEMAP_NOT_FOUND", () -> sitemap("2026-02", 1));
        for (var month : List.of("", "2026", "2026-13", "2026-3", "0026-03", "2026-03-01")) {
            assertInvalid(() -> sitemap(month, 1), "month");
        }
        assertInvalid(() -> sitemap("2026-03", -1), "part");
    }

    @Test
    void tellsTheNewsOfTwoDays() {
        var fresh = published(story().setTitle("Fed & 黄金").setLang("zh-TW"));
        var old = published(story()).getId();
        jdbc.sql("update article set publish_time = now() - interval '48 hours' where id = ?")
                .param(old)
                .update();

        var sitemap = news();

        assertThat(locations(sitemap)).containsExactly(site.article(fresh.getId()));
        assertThat(news(sitemap, "name")).containsExactly(site.name());
        assertThat(news(sitemap, "language")).containsExactly("zh-tw");
        assertThat(news(sitemap, "title")).containsExactly("Fed & 黄金");
        assertThat(news(sitemap, "publication_date"))
                .allMatch(time -> time.matches(RFC_3339))
                .hasSize(1);
        assertThat(reader().getNewsSitemap(GetNewsSitemapRequest.getDefaultInstance())
                        .getArticleIdsList())
                .containsExactly(fresh.getId());
    }

    @Test
    void tellsNoMoreNewsThanGoogleTakes() {
        var id = published(story()).getId();
        jdbc.sql("""
                        insert into article
                        select (a).* from (
                            select jsonb_populate_record(article, jsonb_build_object(
                                       'id', 'copy-' || number, 'publish_time', now() - number * interval '1 second')) as a
                              from article, generate_series(1, 1005) number where id = ?) copies""").param(id).update();

        assertThat(locations(news())).hasSize(1000).doesNotHaveDuplicates().startsWith(site.article(id));
    }

    /** The ids of that many articles of one moment, in the order of sitemaps. */
    private List<String> articles(int count, OffsetDateTime published) {
        var ids = IntStream.range(0, count)
                .mapToObj(_ -> published(story()).getId())
                .sorted()
                .toList();
        jdbc.sql("update article set publish_time = :time where id = any (:ids)")
                .param("time", published)
                .param("ids", ids.toArray(String[]::new))
                .update();
        return ids;
    }

    private List<String> addresses(List<String> ids) {
        return ids.stream().map(site::article).toList();
    }

    private SitemapServiceBlockingStub reader() {
        return SitemapServiceGrpc.newBlockingStub(callee.anonymous());
    }

    private Document sitemap(String month, int part) {
        return xml(reader().getSitemap(GetSitemapRequest.newBuilder()
                        .setMonth(month)
                        .setPart(part)
                        .build())
                .getSitemap());
    }

    private Document news() {
        return xml(reader().getNewsSitemap(GetNewsSitemapRequest.getDefaultInstance())
                .getSitemap());
    }

    private static Document xml(HttpBody document) {
        assertThat(document.getContentType()).isEqualTo("application/xml;charset=utf-8");
        return Xml.parse(document.getData().toByteArray());
    }

    private static List<String> locations(Document document) {
        return texts(document, "loc");
    }

    private static List<String> texts(Document document, String name) {
        return Xml.all(document, PROTOCOL, name).stream()
                .map(element -> element.getTextContent())
                .toList();
    }

    private static List<String> news(Document document, String name) {
        return Xml.all(document, NEWS, name).stream()
                .map(element -> element.getTextContent())
                .toList();
    }
}
