package news.platform.benchmarks.measure;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import news.platform.benchmarks.load.Scenario;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;

/**
 * What is read: one article, one list and one feed, as the gateway answers them.
 *
 * @param tag the article's entity tag
 */
public record Sample(String id, String tag, byte[] article, byte[] list, Feed feed) {
    private static final int ARTICLE_BYTES = 2048;
    private static final String LIST = "/api/v1/articles?pageSize=20";
    private static final String ARTICLE_FILE = "article.json";
    private static final String LIST_FILE = "list.json";
    private static final String FEED_FILE = "feed.xml";

    /** A channel as RSS. */
    public record Feed(String path, byte[] bytes) {
        private static Feed of(String channel, Edge gateway) {
            String path = "/rss/" + channel + ".xml";
            return new Feed(path, Sample.bytes(ok(gateway.get(path))));
        }
    }

    /** The free article among the newest hundred whose answer is nearest to 2 KB, the newest list, the feed of its channel. */
    public static Sample pick(Edge gateway) {
        Reply list = ok(gateway.get("/api/v1/articles?pageSize=100"));
        Reply best = StreamSupport.stream(list.json().path("articles").spliterator(), false)
                .filter(article -> !article.path("premium").asBoolean(false))
                .map(article -> ok(gateway.get(path(article.path("id").asString()))))
                .min(Comparator.comparingInt(reply -> Math.abs(bytes(reply).length - ARTICLE_BYTES)))
                .orElseThrow(() -> new Complaint("There are no articles to read: ./news up loads some."));
        return new Sample(
                best.json().path("id").asString(),
                best.headers().firstValue("etag").orElse(""),
                bytes(best),
                bytes(ok(gateway.get(LIST))),
                Feed.of(best.json().path("channelIds").path(0).asString(), gateway));
    }

    /** Gives nginx what the gateway answered. Returns the entity tag that nginx gives the article. */
    public String serveBy(Nginx nginx) {
        nginx.serve(ARTICLE_FILE, article);
        nginx.serve(LIST_FILE, list);
        nginx.serve(FEED_FILE, feed.bytes());
        return nginx.tag(ARTICLE_FILE);
    }

    public Scenario article(String name, List<String> headers, double aim) {
        return new Scenario(name, path(id), ARTICLE_FILE, headers, aim);
    }

    public Scenario list(String name, double aim) {
        return new Scenario(name, LIST, LIST_FILE, List.of(), aim);
    }

    public Scenario feed(String name, double aim) {
        return new Scenario(name, feed.path(), FEED_FILE, List.of(), aim);
    }

    /** The same list under a key that nobody has asked for. */
    public Scenario coldList(String name) {
        return new Scenario(name, LIST + "&to=2100-01-01T00:00:00.#Z", LIST_FILE, List.of(), 0);
    }

    public int bytes(Scenario scenario) {
        return switch (scenario.file()) {
            case ARTICLE_FILE -> article.length;
            case FEED_FILE -> feed.bytes().length;
            default -> list.length;
        };
    }

    private static String path(String id) {
        return "/api/v1/articles/" + id;
    }

    private static byte[] bytes(Reply reply) {
        return reply.body().getBytes(StandardCharsets.UTF_8);
    }

    private static Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("The gateway refused: " + reply.problem());
        }
        return reply;
    }
}
