package news.platform.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.load.Scenario;
import news.platform.local.load.Wrk;
import news.platform.local.process.Complaint;
import news.platform.local.process.Home;
import news.platform.local.process.Progress;

/** {@code ./news bench read}: public reads through the gateway, beside nginx serving the same bytes. */
public final class ReadBenchmark {
    private static final String ARTICLES = "news.platform.content.v1.ArticleService/";
    private static final Map<String, String> UNLIMITED = Map.of("news.gateway.guard.rate-scale", "1000000");
    private static final Map<String, String> UNCACHED = Map.of(
            "news.gateway.guard.rate-scale",
            "1000000",
            "news.policy.overrides.[" + ARTICLES + "GetArticle].cache",
            "off",
            "news.policy.overrides.[" + ARTICLES + "ListArticles].cache",
            "off");
    private static final int ARTICLE_BYTES = 2048;
    private static final String LIST = "/api/v1/articles?pageSize=20";

    private final Home home;
    private final Platform platform;
    private final Pace pace;
    private final Progress progress;

    public ReadBenchmark(Home home, Platform platform, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? Pace.quick() : Pace.full();
        this.progress = progress;
    }

    /** Runs everything and writes the files. */
    public void run() {
        if (!Wrk.present()) {
            throw new Complaint("wrk is missing, which makes the load: install it (Debian: apt-get install wrk).");
        }
        if (!Nginx.present()) {
            progress.line("nginx is missing: there will be no ratios (Debian: apt-get install nginx-light)");
        }
        Path folder = folder();
        Optional<Nginx> nginx = Nginx.present() ? Optional.of(Nginx.start(folder)) : Optional.empty();
        try (Edge gateway = new Edge(platform.port(), Duration.ofSeconds(20), _ -> {});
                Edge metrics = new Edge(platform.actuatorPort(), Duration.ofSeconds(20), _ -> {})) {
            Meter meter = new Meter(platform, nginx, new Wrk(folder), pace, metrics, progress);
            List<Result> results = new ArrayList<>();
            platform.restartGateway(UNLIMITED);
            Sample sample = sample(gateway);
            nginx.ifPresent(server -> server.serve("article.json", sample.article()));
            nginx.ifPresent(server -> server.serve("list.json", sample.list()));
            String nginxTag = nginx.map(server -> tag(server, "article.json")).orElse("");
            results.addAll(measure(meter, cached(sample), sample, scenario -> withTag(scenario, nginxTag)
                    .ofFile()));
            platform.restartGateway(UNCACHED);
            results.addAll(measure(meter, uncached(sample), sample, Scenario::ofFile));
            progress.line("written: " + new Report(home, pace, progress.elapsed()).write(results));
        } finally {
            platform.restartGateway(Map.of());
            nginx.ifPresent(Nginx::close);
        }
    }

    /** The first scenario after a start meets a gateway that has hardly compiled anything. */
    private List<Result> measure(
            Meter meter, List<Scenario> scenarios, Sample sample, UnaryOperator<Scenario> forNginx) {
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            int warmWindows = results.isEmpty() ? pace.firstWarmWindows() : pace.warmWindows();
            results.add(meter.measure(scenario, forNginx.apply(scenario), sample.bytes(scenario), warmWindows));
        }
        return results;
    }

    private List<Scenario> cached(Sample sample) {
        String article = "/api/v1/articles/" + sample.id();
        String bearer = "Authorization: Bearer " + platform.token();
        return List.of(
                new Scenario("article, anonymous", article, "article.json", List.of(), 0.60),
                new Scenario("article, with a token", article, "article.json", List.of(bearer), 0.50),
                new Scenario("article, 304", article, "article.json", List.of("If-None-Match: " + sample.tag()), 0.65),
                new Scenario("article, gzip", article, "article.json", List.of("Accept-Encoding: gzip"), 0),
                new Scenario("list of 20, anonymous", LIST, "list.json", List.of(), 0.45),
                new Scenario("list of 20, cold key", LIST + "&to=2100-01-01T00:00:00.%Z", "list.json", List.of(), 0));
    }

    private static List<Scenario> uncached(Sample sample) {
        return List.of(
                new Scenario("article, uncached", "/api/v1/articles/" + sample.id(), "article.json", List.of(), 0.08),
                new Scenario("list of 20, uncached", LIST, "list.json", List.of(), 0.04));
    }

    private static Scenario withTag(Scenario scenario, String tag) {
        return scenario.with(scenario.headers().stream()
                .map(header -> header.startsWith("If-None-Match") ? "If-None-Match: " + tag : header)
                .toList());
    }

    /** The free article whose answer is nearest to 2 KB, and the newest list. */
    private static Sample sample(Edge gateway) {
        Reply list = ok(gateway.get("/api/v1/articles?pageSize=100"));
        Reply best = StreamSupport.stream(list.json().path("articles").spliterator(), false)
                .filter(article -> !article.path("premium").asBoolean(false))
                .map(article ->
                        ok(gateway.get("/api/v1/articles/" + article.path("id").asString())))
                .min(Comparator.comparingInt(
                        reply -> Math.abs(reply.body().getBytes(StandardCharsets.UTF_8).length - ARTICLE_BYTES)))
                .orElseThrow(() -> new Complaint("There are no articles to read: ./news up loads some."));
        return new Sample(
                best.json().path("id").asString(),
                best.headers().firstValue("etag").orElse(""),
                best.body().getBytes(StandardCharsets.UTF_8),
                ok(gateway.get(LIST)).body().getBytes(StandardCharsets.UTF_8));
    }

    private static Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new Complaint("The gateway refused: " + reply.problem());
        }
        return reply;
    }

    private static String tag(Nginx server, String file) {
        try (Edge edge = new Edge(server.port(), Duration.ZERO, _ -> {})) {
            return edge.get("/" + file).headers().firstValue("etag").orElse("");
        }
    }

    /** Outside the checkout's folders, which nginx's workers may not read. */
    private static Path folder() {
        try {
            return Files.createTempDirectory("news-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read: one article and one list, as the gateway answers them. */
    private record Sample(String id, String tag, byte[] article, byte[] list) {
        int bytes(Scenario scenario) {
            return scenario.file().equals("article.json") ? article.length : list.length;
        }
    }
}
