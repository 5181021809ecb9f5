package news.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.platform.journey.FeedReaders.Item;
import tools.jackson.databind.JsonNode;

/** The platform as a reader of its own feeds: what an editor publishes in one channel arrives in another, the same. */
record OwnFeeds(Visitor editor, Visitor admin, Visitor anyone) {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String CHANNEL = "bond";
    /** Each with the channel that it is read into. */
    private static final Map<String, String> FEEDS = Map.of(
            "/rss/" + CHANNEL + ".xml", "us-stock",
            "/atom/" + CHANNEL + ".xml", "a-stock",
            "/jsonfeed/" + CHANNEL + ".json", "tech");

    /** What has to stay the same. */
    private record Piece(
            String title,
            String summary,
            String bodyHtml,
            Instant published,
            List<String> authors,
            List<String> tags,
            String coverUrl) {
        /** As it is read at this address. */
        static Piece of(JsonNode article) {
            return new Piece(
                    article.path("title").asString(),
                    article.path("summary").asString(),
                    article.path("bodyHtml").asString(),
                    Instant.parse(article.path("publishTime").asString()).truncatedTo(ChronoUnit.SECONDS),
                    article.path("authors")
                            .valueStream()
                            .map(author -> author.path("displayName").asString())
                            .toList(),
                    article.path("tags").valueStream().map(JsonNode::asString).toList(),
                    article.path("coverUrl").asString());
        }
    }

    void areReadBack(String authorId) {
        var first = publish("Gold & silver: 1 < 2, “up” 黄金 📈", authorId);
        var second = publish("Bonds fall", authorId);
        var expected = Map.of(address(second), piece(second), address(first), piece(first));

        FEEDS.forEach((feed, channel) -> {
            assertThat(asOthersRead(feed)).as(feed).containsExactly(item(second, expected), item(first, expected));
            var source = admin.post(
                    "/api/v1/feedSources",
                    Map.of("url", anyone.edge() + feed, "channelId", channel, "name", "Ourselves"));
            assertThat(source.status()).as("%s", source).isEqualTo(201);
            var path = "/api/v1/feedSources/" + source.text("id");
            await().atMost(LONG)
                    .until(() -> !admin.get(path).text("lastOutcome").isEmpty());
            var polled = admin.get(path);
            assertThat(polled.text("lastOutcome")).as("%s", polled).isEqualTo("OK");
            assertThat(polled.body().path("lenient").asBoolean(false)).as(feed).isFalse();

            await().atMost(LONG).until(() -> readInto(channel).size() == expected.size());
            for (var article : readInto(channel)) {
                var id = article.path("id").asString();
                assertThat(piece("/api/v1/articles/" + id))
                        .as(feed)
                        .isEqualTo(expected.get(article.path("sourceUrl").asString()));
            }
        });
    }

    private List<Item> asOthersRead(String feed) {
        var text = anyone.text(feed);
        return feed.endsWith(".json") ? FeedReaders.json(text) : FeedReaders.xml(text);
    }

    private static Item item(String article, Map<String, Piece> pieces) {
        var link = address(article);
        var piece = Objects.requireNonNull(pieces.get(link));
        var id = "urn:uuid:" + article.substring(article.lastIndexOf('/') + 1);
        return new Item(id, link, piece.title(), piece.published());
    }

    private String publish(String title, String authorId) {
        var draft = editor.post(
                "/api/v1/articles",
                Map.of(
                        "title",
                        title,
                        "summary",
                        "Profits < losses & more.",
                        "bodyHtml",
                        "<p>No change &amp; more.</p><p>A second one.</p>",
                        "lang",
                        "en",
                        "channelIds",
                        List.of(CHANNEL),
                        "authorIds",
                        List.of(authorId),
                        "tags",
                        List.of("gold & silver"),
                        "coverUrl",
                        "https://pictures.example.com/a.jpg?w=1&h=2"));
        assertThat(draft.status()).as("%s", draft).isEqualTo(201);
        var article = "/api/v1/articles/" + draft.text("id");
        assertThat(editor.post(article + ":publish", Map.of()).status()).isEqualTo(200);
        return article;
    }

    private Piece piece(String article) {
        return Piece.of(anyone.get(article).body());
    }

    private static String address(String article) {
        return article.replace("/api/v1", RunningPlatform.SITE);
    }

    private List<JsonNode> readInto(String channel) {
        return anyone.get("/api/v1/articles?channel=" + channel)
                .body()
                .path("articles")
                .valueStream()
                .filter(article -> article.path("sourceName").asString("").equals("Ourselves"))
                .toList();
    }
}
