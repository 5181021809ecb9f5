package news.platform.benchmarks.warmup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Window;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.Sample;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Http;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench warm-up}: how soon after its start the gateway is ready, and how soon as fast as it gets, as it is
 * started otherwise and with less to help it. Load begins when it says that it is ready, because nobody gets any before.
 */
public final class WarmUpBenchmark {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Home home;
    private final RunningPlatform platform;
    private final WarmUpPace pace;
    private final Progress progress;

    public WarmUpBenchmark(Home home, RunningPlatform platform, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? WarmUpPace.quick() : WarmUpPace.full();
        this.progress = progress;
    }

    /** One way to start it. */
    private record Way(String name, Map<String, String> properties, boolean aotCache) {}

    /** Runs it and writes the file. The ways take turns, so that what else the machine does hits all of them. */
    public void run() {
        try (TemporaryFolder folder = TemporaryFolder.create("news-bench")) {
            run(Wrk.in(folder.path()));
        }
    }

    private void run(Wrk wrk) {
        try (Edge gateway = new Edge(platform.port(), Duration.ofSeconds(20), _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            Sample sample = Sample.pick(gateway);
            Scenario article = sample.article("article", List.of(), 0);
            Map<String, List<WarmUpRun>> runs = new LinkedHashMap<>();
            double steady = Double.POSITIVE_INFINITY;
            for (int i = 0; i < pace.rounds(); i++) {
                for (Way way : ways()) {
                    boolean first = runs.isEmpty();
                    WarmUpRun run =
                            start(way, wrk, article, first ? pace.longestSeconds() : pace.mostSeconds(), steady);
                    steady = first ? run.lastRate(pace.lastSeconds()) : steady;
                    runs.computeIfAbsent(way.name(), _ -> new ArrayList<>()).add(run);
                    say(way, run, steady);
                }
            }
            WarmUpReport report = new WarmUpReport(pace, steady, runs);
            progress.line("written: " + report.write(home, sample));
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private static List<Way> ways() {
        Map<String, String> cold = new LinkedHashMap<>(RunningPlatform.UNLIMITED);
        cold.put("news.gateway.warm-up.enabled", "false");
        return List.of(
                new Way("as usual", RunningPlatform.UNLIMITED, true),
                new Way("without warm-up", cold, true),
                new Way("without AOT cache", RunningPlatform.UNLIMITED, false));
    }

    /** @param steady the run may end when it is as fast */
    private WarmUpRun start(Way way, Wrk wrk, Scenario article, int mostSeconds, double steady) {
        platform.stopGateway();
        long begin = System.nanoTime();
        CompletableFuture<Void> started = CompletableFuture.runAsync(
                () -> platform.startGateway(way.properties(), way.aotCache()),
                task -> Thread.ofVirtual().start(task));
        awaitReady(started);
        List<WarmUpRun.Second> windows = new ArrayList<>();
        WarmUpRun run = new WarmUpRun(since(begin), windows);
        while (windows.size() < mostSeconds && Double.isInfinite(run.fastSeconds(steady))) {
            Window window = wrk.window(platform.port(), article, 1);
            windows.add(new WarmUpRun.Second(
                    since(begin), window.shot().rate(), window.shot().failures(), window.latencies()));
        }
        started.join();
        return run;
    }

    private void awaitReady(CompletableFuture<Void> started) {
        String url = "http://127.0.0.1:" + platform.actuatorPort() + "/actuator/health/readiness";
        while (!started.isDone() && Http.status(url) != 200) {
            Pause.of(LOOK);
        }
        if (started.isCompletedExceptionally()) {
            started.join();
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void say(Way way, WarmUpRun run, double steady) {
        progress.line(String.format(
                Locale.ROOT,
                "%-18s ready after %.1f s, fast after %.1f s, p99 of the first 5 s %.1f ms, loaded for %d s",
                way.name(),
                run.readySeconds(),
                run.fastSeconds(steady),
                run.firstP99Millis(),
                run.windows().size()));
    }
}
