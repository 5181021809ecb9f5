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
 * What is read: one article and one list, as the gateway answers them.
 *
 * @param tag the article's entity tag
 */
public record Sample(String id, String tag, byte[] article, byte[] list) {
    private static final int ARTICLE_BYTES = 2048;
    private static final String LIST = "/api/v1/articles?pageSize=20";
    private static final String ARTICLE_FILE = "article.json";
    private static final String LIST_FILE = "list.json";

    /** The free article among the newest hundred whose answer is nearest to 2 KB, and the newest list. */
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
                bytes(ok(gateway.get(LIST))));
    }

    /** Gives nginx what the gateway answered. Returns the entity tag that nginx gives the article. */
    public String serveBy(Nginx nginx) {
        nginx.serve(ARTICLE_FILE, article);
        nginx.serve(LIST_FILE, list);
        return nginx.tag(ARTICLE_FILE);
    }

    public Scenario article(String name, List<String> headers, double aim) {
        return new Scenario(name, path(id), ARTICLE_FILE, headers, aim);
    }

    public Scenario list(String name, double aim) {
        return new Scenario(name, LIST, LIST_FILE, List.of(), aim);
    }

    /** The same list under a key that nobody has asked for. */
    public Scenario coldList(String name) {
        return new Scenario(name, LIST + "&to=2100-01-01T00:00:00.%Z", LIST_FILE, List.of(), 0);
    }

    public int bytes(Scenario scenario) {
        return scenario.file().equals(ARTICLE_FILE) ? article.length : list.length;
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
