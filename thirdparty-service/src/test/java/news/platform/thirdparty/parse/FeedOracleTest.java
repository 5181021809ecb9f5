package news.platform.thirdparty.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.platform.test.TrialData;
import news.platform.thirdparty.LocalWeb;
import news.platform.thirdparty.fetch.FetchProperties;
import news.platform.thirdparty.fetch.FetchRequest;
import news.platform.thirdparty.fetch.FetchResult;
import news.platform.thirdparty.fetch.Fetcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;

/** Real feeds and the test feeds of the two best-known parsers, fetched over HTTP, held against what feedparser makes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedOracleTest {
    private final Map<String, Feed> read = new TreeMap<>();
    private final Map<String, FetchResult.Content> contents = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private LocalWeb web;
    private Map<String, JsonNode> oracle;

    @BeforeAll
    void fetchAndReadAllFeeds() throws IOException {
        Path folder = TrialData.require("open/feeds");
        oracle = oracle(folder);
        web = new LocalWeb();
        List<String> paths = publish(folder);
        FeedReader reader = new FeedReader();
        try (Fetcher fetcher = new Fetcher(properties(), Clock.systemUTC())) {
            for (String path : paths) {
                switch (fetcher.fetch(FetchRequest.of(web.uri(path)))) {
                    case FetchResult.Content content -> read(reader, path, content);
                    case FetchResult other -> refused.put(path, other.toString());
                }
            }
        }
    }

    @AfterAll
    void close() {
        if (web != null) {
            web.close();
        }
    }

    @Test
    void refusesOnlyWhatIsNoFeed() {
        Map<String, Integer> outcomes = new TreeMap<>();
        read.values().forEach(feed -> outcomes.merge("OK " + feed.format(), 1, Integer::sum));
        refused.values()
                .forEach(reason -> outcomes.merge("refused: " + reason.replaceAll("[:<].*", ""), 1, Integer::sum));
        outcomes.forEach((outcome, count) -> System.out.printf("feeds  %-45s %4d%n", outcome, count));
        refused.forEach((path, reason) -> System.out.printf("feeds  refused %s: %s%n", path, reason));

        assertThat(refused).containsOnlyKeys("/rome/rome-opml/opml_2.0.xml");
    }

    @Test
    void agreesWithTheOracleOnTitleLinkIdAndDate() {
        List<String> agreed = new ArrayList<>();
        List<String> disagreed = new ArrayList<>();
        oracle.forEach((file, expectation) -> Oracle.checks(
                        expectation, web.uri("").toString())
                .forEach(check -> {
                    Feed feed = read.get("/feedparser/" + file);
                    String actual = feed == null ? "refused" : check.actual(feed);
                    boolean same = actual.equals(check.expected());
                    (same ? agreed : disagreed)
                            .add(file + " " + check.name() + ": " + actual + " (expected: " + check.expected() + ")");
                }));
        int all = agreed.size() + disagreed.size();
        System.out.printf("oracle agrees on %d of %d checks of title, link, id and date%n", agreed.size(), all);
        disagreed.forEach(line -> System.out.println("oracle disagrees: " + line));

        assertThat(disagreed).isEmpty();
    }

    @Test
    void readsTheSameFromABrokenCopy() throws UnreadableFeedException {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, Feed> strict : read.entrySet()) {
            if (strict.getValue().title().isEmpty() && strict.getValue().items().isEmpty()) {
                continue;
            }
            FetchResult.Content content = Objects.requireNonNull(contents.get(strict.getKey()));
            String text = FeedEncoding.decode(content.bytes(), content.contentType());
            Feed lenient = new FeedReader().read(broken(content, text));
            if (!Oracle.essence(lenient).equals(Oracle.essence(strict.getValue()))) {
                different.add(strict.getKey() + ": " + Oracle.essence(lenient) + " (strictly: "
                        + Oracle.essence(strict.getValue()) + ")");
            }
        }

        assertThat(different).isEmpty();
    }

    private static FetchResult.Content broken(FetchResult.Content content, String text) {
        byte[] bytes = ("<!-- --></broken>" + text).getBytes(StandardCharsets.UTF_8);
        return new FetchResult.Content(content.base(), bytes, "text/xml; charset=utf-8", null, null, null);
    }

    private void read(FeedReader reader, String path, FetchResult.Content content) {
        try {
            contents.put(path, content);
            read.put(path, reader.read(content));
        } catch (UnreadableFeedException e) {
            refused.put(path, String.valueOf(e.getMessage()));
        }
    }

    private List<String> publish(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(xml|rss|json)"))
                    .sorted()
                    .map(file -> publish(folder, file))
                    .toList();
        }
    }

    private String publish(Path folder, Path file) {
        String path = "/" + folder.relativize(file);
        JsonNode headers = Optional.ofNullable(oracle.get(path.replaceFirst("^/feedparser/", "")))
                .map(expectation -> expectation.path("headers"))
                .orElse(BoundedJson.read("{}"));
        byte[] body = bytes(file);
        web.on(path, exchange -> {
            headers.properties().forEach(header -> exchange.getResponseHeaders()
                    .set(header.getKey(), header.getValue().stringValue()));
            LocalWeb.send(exchange, 200, "", body);
        });
        return path;
    }

    private static Map<String, JsonNode> oracle(Path folder) throws IOException {
        Map<String, JsonNode> oracle = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("feedparser-oracle.jsonl"))) {
            JsonNode expectation = BoundedJson.read(line);
            oracle.put(expectation.get("file").stringValue(), expectation);
        }
        return oracle;
    }

    private static FetchProperties properties() {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("news.thirdparty.fetch.allowed-private-hosts", "127.0.0.0/8")))
                .bindOrCreate("news.thirdparty.fetch", FetchProperties.class);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
