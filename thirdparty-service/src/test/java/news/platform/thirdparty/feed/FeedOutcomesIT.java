package news.platform.thirdparty.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import news.platform.test.TrialData;
import news.platform.thirdparty.LocalWeb;
import org.junit.jupiter.api.Test;

/** Many feeds at once, some of them hostile: each gets the outcome it deserves. */
class FeedOutcomesIT extends FeedTest {
    @Test
    void saysOfEachFeedWhatIsWrongWithIt() {
        feed("/fine", Rss.feed("Fine", Rss.item("1", "One")));
        feed("/xxe", xml("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
        feed("/laughs", xml("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "&b;"));
        feed("/external", xml("<!DOCTYPE rss SYSTEM \"" + web.uri("/dtd") + "\">", "fine"));
        feed("/html", "<!DOCTYPE html><html><body>not found, but 200</body></html>".getBytes(UTF_8));
        feed("/json", "{\"error\": true}".getBytes(UTF_8));
        feed("/empty", new byte[0]);
        feed("/image", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13});
        feed(
                "/latin1",
                "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Café</title></channel></rss>"
                        .getBytes(ISO_8859_1));
        feed("/deep", ("<rss><channel>" + "<a>".repeat(50_000)).getBytes(UTF_8));
        packed("/bomb", new byte[60_000_000]);
        feed("/cut", "<rss><channel><title>Cut</title><item><title>One</title></item></chan".getBytes(UTF_8));
        feed("/cut-xxe", xml("0<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
        feed("/cut-deep", ("0<rss><channel><title>t</title>" + "<a>".repeat(50_000)).getBytes(UTF_8));
        to("/inside", "http://169.254.169.254/latest/meta-data/");
        to("/itself", "/itself");
        to("/file", "file:///etc/passwd");
        source("/missing");
        jdbc.sql(
                        "update feed_source set url = 'http://nowhere.invalid/', host = 'nowhere.invalid' where url like '%/missing'")
                .update();

        Map<String, String> outcomes = pollAll();

        assertThat(outcomes)
                .containsEntry("/fine", "OK")
                .containsEntry("/xxe", "BAD_FEED")
                .containsEntry("/laughs", "BAD_FEED")
                .containsEntry("/external", "OK")
                .containsEntry("/html", "BAD_FEED")
                .containsEntry("/json", "BAD_FEED")
                .containsEntry("/empty", "BAD_FEED")
                .containsEntry("/image", "BAD_FEED")
                .containsEntry("/latin1", "OK")
                .containsEntry("/deep", "BAD_FEED")
                .containsEntry("/bomb", "TOO_LARGE")
                .containsEntry("/cut", "OK")
                .containsEntry("/cut-xxe", "BAD_FEED")
                .containsEntry("/cut-deep", "BAD_FEED")
                .containsEntry("/inside", "FORBIDDEN_ADDRESS")
                .containsEntry("/itself", "BAD_REDIRECT")
                .containsEntry("/file", "BAD_REDIRECT")
                .containsEntry("/", "UNKNOWN_HOST");
        assertThat(web.hits("/dtd")).isZero();
        assertThat(jdbc.sql("select feed_title from feed_source where url like '%/latin1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Café");
    }

    @Test
    void saysWhichFeedWasReadLeniently() {
        feed("/fine", Rss.feed("Fine", Rss.item("1", "One")));
        feed("/cut", "<rss><channel><title>Cut</title><item><title>One</title></item>".getBytes(UTF_8));

        pollAll();

        assertThat(jdbc.sql("select feed_title, last_error from feed_source where lenient")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("Cut", "Not well-formed, read leniently: "));
    }

    @Test
    void pollsTheRealFeedsAndCountsTheirOutcomes() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(TrialData.require("open/feeds"))) {
            files = found.filter(file -> file.toString().matches(".*\\.(xml|rss)"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            feed("/" + i + "/" + files.get(i).getFileName(), Files.readAllBytes(files.get(i)));
        }

        pollAll();

        jdbc.sql("""
                        select last_outcome, format, count(*) as feeds, sum(item_count) as items from feed_source
                        group by last_outcome, format order by 1, 2""").query().listOfRows().forEach(row -> System.out.println("polled " + row));
        int fine = jdbc.sql("select count(*) from feed_source where last_outcome = 'OK'")
                .query(Integer.class)
                .single();
        assertThat(fine).isGreaterThanOrEqualTo(files.size() * 95 / 100);
    }

    private Map<String, String> pollAll() {
        var feeds = jdbc.sql("select id from feed_source").query(String.class).list();
        try (var threads = Executors.newFixedThreadPool(4)) {
            feeds.forEach(id -> threads.execute(() -> jobs.run(PollFeed.KIND, id, "")));
        }
        return jdbc
                .sql("select regexp_replace(url, 'https?://[^/]*', '') as path, last_outcome from feed_source")
                .query((row, _) -> Map.entry(row.getString("path"), row.getString("last_outcome")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void feed(String path, byte[] body) {
        web.body(path, "application/xml", body);
        source(path);
    }

    private void to(String path, String target) {
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
        source(path);
    }

    private void packed(String path, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        web.on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LocalWeb.send(exchange, 200, "text/xml", bytes.toByteArray());
        });
        source(path);
    }

    private static byte[] xml(String doctype, String title) {
        return (doctype + "<rss version=\"2.0\"><channel><title>" + title + "</title></channel></rss>").getBytes(UTF_8);
    }
}
