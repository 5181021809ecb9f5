package news.platform.benchmarks.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.platform.benchmarks.drill.DrillPace.Phase;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Tail;
import news.platform.local.edge.Edge;

/** Those who read articles and lives: the newest twenty of each, the lists of them, and the article that everybody talks about. */
final class Reading {
    private static final String ARTICLES = "/api/v1/articles";
    private static final int LIVES_SHARE = 10;
    /** So many of ten read what everybody talks about. */
    private static final int TALK_OF_THE_TOWN = 7;

    private static final int WARM_UP_SECONDS = 20;
    private static final int WARMING_COMMENTS = 5;

    private final int port;
    private final List<Scenario> articles;
    private final List<Scenario> lives;
    private final List<DrillRun.Seen> seen = new ArrayList<>();

    Reading(int port, Edge edge) {
        this.port = port;
        this.articles = scenarios(edge, ARTICLES, "articles");
        this.lives = scenarios(edge, "/api/v1/lives", "lives");
    }

    /** What has just started has compiled nothing yet, and on the day it has run for long: reads, and comments on the newest article. */
    void warmUp(Edge edge, Cast cast) {
        String newest = articles.getLast().path().substring(ARTICLES.length() + 1);
        OpenLoop.ramp(port, lives, 10, 200, Duration.ofSeconds(WARM_UP_SECONDS / 4));
        try (Commenters _ = new Commenters(edge, cast, newest, WARMING_COMMENTS)) {
            OpenLoop.ramp(port, articles, 50, 2000, Duration.ofSeconds(WARM_UP_SECONDS));
        }
    }

    /** Articles and lives at once, at rates that do not depend on the answers. */
    void read(Phase phase, String articleId) {
        Duration time = Duration.ofSeconds(phase.seconds());
        double from = (double) phase.from() / LIVES_SHARE;
        double to = (double) phase.to() / LIVES_SHARE;
        CompletableFuture<Tail> beside = CompletableFuture.supplyAsync(
                () -> OpenLoop.ramp(port, lives, from, to, time),
                task -> Thread.ofPlatform().start(task));
        Tail tail = OpenLoop.ramp(port, mix(articleId), phase.from(), phase.to(), time);
        seen.add(new DrillRun.Seen(phase, tail, beside.join()));
    }

    List<DrillRun.Seen> seen() {
        return List.copyOf(seen);
    }

    private List<Scenario> mix(String articleId) {
        if (articleId.isEmpty()) {
            return articles;
        }
        Scenario talk = scenario(ARTICLES + "/" + articleId);
        long count = (long) articles.size() * TALK_OF_THE_TOWN / (10 - TALK_OF_THE_TOWN);
        return Stream.concat(articles.stream(), Stream.generate(() -> talk).limit(count))
                .toList();
    }

    private static List<Scenario> scenarios(Edge edge, String path, String field) {
        String list = path + "?pageSize=20";
        Stream<String> each = StreamSupport.stream(
                        Cast.ok(edge.get(list)).json().path(field).spliterator(), false)
                .map(item -> path + "/" + item.path("id").asString());
        return Stream.concat(Stream.of(list, list), each).map(Reading::scenario).toList();
    }

    private static Scenario scenario(String path) {
        return new Scenario(path, path, "", List.of(), 0);
    }
}
