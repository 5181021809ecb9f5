package news.platform.benchmarks.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.platform.local.console.Complaint;
import news.platform.local.edge.Edge;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.JsonNode;

/** Somebody who searches, through the edge. Safe for several threads. */
public final class Seeker implements AutoCloseable {
    static final int FIRST = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** Nine digits, as nanoseconds have. */
    private static final int LOWEST = 100_000_000;

    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_BEGINNING = 60;

    private final Edge edge;

    public Seeker(RunningPlatform platform) {
        this.edge = new Edge(platform.port(), PATIENCE, _ -> {});
    }

    /** The place of a headline among the first hits, from 1; 0 where it is not there. */
    public int place(String title, String question) {
        return place(title, ask(searchPath(question) + "&pageSize=" + FIRST).path("hits"), "title");
    }

    /** The same, under a key that no cache has. */
    public int placeUncached(String title, int number) {
        var path = searchPath(title) + "&to=2100-01-01T00:00:00." + (LOWEST + number) + "Z&pageSize=" + FIRST;
        return place(title, ask(path).path("hits"), "title");
    }

    /** The same among what is offered for a beginning. */
    public int placeOffered(String title, String beginning) {
        return place(title, ask(suggestPath(beginning)).path("suggestions"), "text");
    }

    /** The headlines of the newest articles. */
    public List<String> headlines(int most) {
        var titles = new ArrayList<String>();
        var token = "";
        do {
            var page = ask("/api/v1/articles?pageSize=100&pageToken=" + encoded(token));
            page.path("articles")
                    .forEach(article -> titles.add(article.path("title").asString()));
            token = page.path("nextPageToken").asString("");
        } while (!token.isEmpty() && titles.size() < most);
        if (titles.isEmpty()) {
            throw new Complaint("There are no articles to be found: ./news up loads some, ./news import more.");
        }
        return List.copyOf(titles);
    }

    /** Asks, and complains where it is not answered. */
    public JsonNode ask(String path) {
        var reply = edge.get(path);
        if (!reply.ok()) {
            throw new Complaint(path + " was not answered: " + reply.problem());
        }
        return reply.json();
    }

    /** Whether the feed has something, and says that it is a substitute. */
    public boolean feedIsDegraded() {
        var reply = edge.get("/api/v1/feed?pageSize=20");
        return reply.ok()
                && reply.headers().firstValue("x-degraded").orElse("").contains("ranking")
                && !reply.json().path("items").isEmpty();
    }

    /** Waits until it is so; complains where it does not come about within a minute. */
    public static void await(BooleanSupplier condition, String complaint) {
        awaitFor(PATIENCE, condition, complaint);
    }

    public static void awaitFor(Duration patience, BooleanSupplier condition, String complaint) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Complaint(complaint + " within " + patience.toSeconds() + " s.");
            }
            Pause.of(PAUSE);
        }
    }

    public static String searchPath(String question) {
        return "/api/v1/search?q=" + encoded(cut(question, LONGEST_QUESTION));
    }

    public static String suggestPath(String beginning) {
        return "/api/v1/search:suggest?prefix=" + encoded(cut(beginning, LONGEST_BEGINNING));
    }

    private static int place(String title, JsonNode found, String field) {
        for (int at = 0; at < found.size(); at++) {
            if (found.path(at).path(field).asString("").equals(title)) {
                return at + 1;
            }
        }
        return 0;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        edge.close();
    }
}
