package news.platform.benchmarks.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.Nginx;
import news.platform.benchmarks.measure.Sample;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench read}: public reads through the gateway, beside nginx serving the same bytes. */
public final class ReadBenchmark {
    private static final String UNCACHED = """
            news.platform.content.v1.ArticleService/GetArticle.cache.max-age=0s
            news.platform.content.v1.ArticleService/GetArticle.fallback=none
            news.platform.content.v1.ArticleService/ListArticles.cache.max-age=0s
            news.platform.content.v1.ArticleService/ListArticles.fallback=none
            """;

    private final Home home;
    private final RunningPlatform platform;
    private final Pace pace;
    private final Progress progress;

    public ReadBenchmark(Home home, RunningPlatform platform, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? Pace.quick() : Pace.full();
        this.progress = progress;
    }

    /** Runs everything and writes the files. */
    public void run() {
        try (TemporaryFolder folder = TemporaryFolder.create("news-bench")) {
            Wrk wrk = Wrk.in(folder.path());
            if (!Nginx.present()) {
                progress.line("nginx is missing: there will be no ratios (Debian: apt-get install nginx-light)");
                run(wrk, Optional.empty());
                return;
            }
            try (Nginx nginx = Nginx.start(folder.path())) {
                run(wrk, Optional.of(nginx));
            }
        }
    }

    private void run(Wrk wrk, Optional<Nginx> nginx) {
        try (Edge gateway = new Edge(platform.port(), Duration.ofSeconds(20), _ -> {});
                Edge metrics = new Edge(platform.actuatorPort(), Duration.ofSeconds(20), _ -> {})) {
            Meter meter = new Meter(platform, nginx, wrk, pace, metrics, progress);
            platform.restartGateway(RunningPlatform.UNLIMITED);
            Sample sample = Sample.pick(gateway);
            String nginxTag = nginx.map(sample::serveBy).orElse("");
            List<Result> results =
                    new ArrayList<>(measure(meter, cached(sample), sample, scenario -> withTag(scenario, nginxTag)
                            .ofFile()));
            platform.restartGateway(uncached());
            results.addAll(measure(meter, uncached(sample), sample, Scenario::ofFile));
            progress.line("written: " + new Report(home, pace, progress.elapsed()).write(sample, results));
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    /** A gateway without limits that keeps no article and no list. */
    private Map<String, String> uncached() {
        Path overrides = home.run().resolve("uncached.properties");
        try {
            Files.writeString(overrides, UNCACHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> properties = new HashMap<>(RunningPlatform.UNLIMITED);
        properties.put("news.policy.file", overrides.toString());
        return properties;
    }

    /** The first scenario after a start meets a gateway that has hardly compiled anything. */
    private List<Result> measure(
            Meter meter, List<Scenario> scenarios, Sample sample, UnaryOperator<Scenario> forNginx) {
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Windows windows = results.isEmpty() ? pace.firstWindows() : pace.otherWindows();
            results.add(meter.measure(scenario, forNginx.apply(scenario), sample.bytes(scenario), windows));
        }
        return results;
    }

    private List<Scenario> cached(Sample sample) {
        String bearer = "Authorization: Bearer " + platform.token("reader");
        return List.of(
                sample.article("article, anonymous", List.of(), 0.60),
                sample.article("article, with a token", List.of(bearer), 0.50),
                sample.article("article, 304", List.of("If-None-Match: " + sample.tag()), 0.65),
                sample.article("article, gzip", List.of("Accept-Encoding: gzip"), 0),
                sample.list("list of 20, anonymous", 0.45),
                sample.feed("feed of a channel", 0.45),
                sample.coldList("list of 20, cold key"));
    }

    private static List<Scenario> uncached(Sample sample) {
        return List.of(sample.article("article, uncached", List.of(), 0.08), sample.list("list of 20, uncached", 0.04));
    }

    private static Scenario withTag(Scenario scenario, String tag) {
        return scenario.with(scenario.headers().stream()
                .map(header -> header.startsWith("If-None-Match") ? "If-None-Match: " + tag : header)
                .toList());
    }
}
