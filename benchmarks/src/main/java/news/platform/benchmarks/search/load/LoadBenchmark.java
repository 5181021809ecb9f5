package news.platform.benchmarks.search.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.search.IndexManagement;
import news.platform.benchmarks.search.Seeker;
import news.platform.benchmarks.sse.Micros;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.process.Pause;
import news.platform.local.up.Deployment;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench search}: searches of all kinds beside articles that are published, and how soon those are found; by the index of
 * search-service, or by an OpenSearch.
 */
public final class LoadBenchmark {
    private static final int QUESTIONS = 5000;
    private static final int HEADLINES = 2000;
    private static final Duration INDEXED = Duration.ofMinutes(3);

    private final Home home;
    private final RunningPlatform platform;
    private final LoadPace pace;
    private final String openSearch;
    private final Progress progress;
    private final Executor threads = task -> Thread.ofPlatform().start(task);

    /** @param openSearch its URL; empty for the index of search-service */
    public LoadBenchmark(Home home, RunningPlatform platform, boolean quick, String openSearch, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? LoadPace.quick() : LoadPace.full();
        this.openSearch = openSearch;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where an aim was missed. */
    public void run() {
        try (var folder = TemporaryFolder.create("news-search")) {
            var wrk = Wrk.in(folder.path());
            if (pace.deployed()) {
                deployed(wrk);
            } else {
                asStarted(wrk);
            }
        }
    }

    private void deployed(Wrk wrk) {
        progress.line("all services anew, as they are deployed");
        try (var _ = Deployment.begin(platform)) {
            load(wrk);
        }
    }

    private void asStarted(Wrk wrk) {
        try {
            load(wrk);
        } finally {
            platform.restartGateway(Map.of());
            if (!openSearch.isEmpty()) {
                platform.restart(IndexManagement.SERVICE, Map.of());
            }
        }
    }

    private void load(Wrk wrk) {
        try (var seeker = new Seeker(platform);
                var index = new IndexManagement(platform)) {
            if (!openSearch.isEmpty()) {
                changeEngine(index);
            }
            platform.restartGateway(RunningPlatform.UNLIMITED);
            var run = measure(wrk, seeker, index);
            progress.line("written: " + LoadReport.write(home, run));
            var verdict = LoadReport.verdict(run.complaints()).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict);
            }
            progress.line(verdict);
        }
    }

    private void changeEngine(IndexManagement index) {
        int items = index.inventory().items();
        progress.line("search-service anew, on " + openSearch);
        platform.restart(IndexManagement.SERVICE, Map.of("news.search.opensearch.url", openSearch));
        index.renew();
        Seeker.awaitFor(
                INDEXED,
                () -> !index.isBuilding() && index.documents() >= items,
                openSearch + " did not have what can be found");
    }

    private LoadRun measure(Wrk wrk, Seeker seeker, IndexManagement index) {
        var headlines = seeker.headlines(HEADLINES);
        var questions = new Questions(headlines, new Random(20));
        var asked = new Asked(questions.searches(QUESTIONS), questions.beginnings(QUESTIONS));
        try (var ingestion = new FeedIngestion(platform, headlines);
                var watch = new FoundWatch(platform, ingestion)) {
            warmUp(wrk, asked.beginnings);
            warmUp(wrk, asked.searches);
            // what is not compiled yet costs several times as much: beside searches it would leave a queue behind
            progress.line("warming up: publications alone");
            var publishing = CompletableFuture.runAsync(() -> ingestion.run(LoadRun.ARTICLES), threads);
            Pause.of(Duration.ofSeconds(pace.warmUpSeconds()));
            progress.line("warming up at the rates themselves");
            open(asked, watch, LoadRun.SEARCHES, pace.warmUpSeconds());
            int items = openSearch.isEmpty() ? index.inventory().items() : index.documents();
            var before = footprint(index);
            progress.line("open loop for " + pace.seconds() + " s");
            var cores = new Cores();
            var open = open(asked, watch, LoadRun.SEARCHES, pace.seconds());
            var used = cores.used();
            var lower = open.holds(pace.seconds()) ? List.<LoadRun.Open>of() : lower(asked, watch);
            progress.line("closed loop for " + pace.seconds() + " s");
            var closed = closed(wrk, asked, watch);
            ingestion.stop();
            publishing.join();
            int missing = watch.missing();
            var after = footprint(index);
            var quiet = ask(asked.beginnings, LoadRun.SUGGESTIONS, pace.quietSeconds());
            int published = ingestion.published().size();
            progress.line("withdrawing " + published + " articles");
            ingestion.refusals().forEach((why, times) -> progress.line(times + " × " + why));
            var flow = new LoadRun.Flow(published, missing, ingestion.refused(), watch.refused());
            return new LoadRun(pace, openSearch, items, quiet, open, lower, closed, flow, used, before, after);
        }
    }

    /**
     * By a closed loop: an open one at full rate would only make a queue of what is not compiled yet. With nothing published beside it:
     * it takes all that there is, and what would have been left undone would be the beginning of what is measured.
     */
    private void warmUp(Wrk wrk, List<Scenario> mix) {
        var shot = wrk.run(platform.port(), mix, LoadRun.CONNECTIONS, pace.warmUpSeconds());
        progress.line(String.format(Locale.ROOT, "warming up: %.0f/s, p99 %.1f ms", shot.rate(), shot.p99Millis()));
    }

    /** Each behind a pause, in which what was left undone is done. */
    private List<LoadRun.Open> lower(Asked asked, FoundWatch watch) {
        var steps = new ArrayList<LoadRun.Open>();
        for (int rate : LoadRun.LOWER) {
            Pause.of(Duration.ofSeconds(pace.quietSeconds()));
            progress.line("open loop with " + rate + " searches/s for " + pace.seconds() + " s");
            var step = open(asked, watch, rate, pace.seconds());
            steps.add(step);
            if (step.holds(pace.seconds())) {
                break;
            }
        }
        return List.copyOf(steps);
    }

    private LoadRun.Open open(Asked asked, FoundWatch watch, int rate, int seconds) {
        long begun = Micros.now();
        var suggestions =
                CompletableFuture.supplyAsync(() -> ask(asked.beginnings, LoadRun.SUGGESTIONS, seconds), threads);
        var searches = ask(asked.searches, rate, seconds);
        return new LoadRun.Open(rate, searches, suggestions.join(), watch.tail(begun, Micros.now()));
    }

    private LoadRun.Closed closed(Wrk wrk, Asked asked, FoundWatch watch) {
        long begun = Micros.now();
        var searches = wrk.run(platform.port(), asked.searches, LoadRun.CONNECTIONS, pace.seconds());
        return new LoadRun.Closed(searches, watch.tail(begun, Micros.now()));
    }

    private Tail ask(List<Scenario> mix, double rate, int seconds) {
        return OpenLoop.run(platform.port(), mix, rate, seconds);
    }

    /** What is asked. */
    private record Asked(List<Scenario> searches, List<Scenario> beginnings) {}

    private static LoadRun.Footprint footprint(IndexManagement index) {
        double live = index.liveBytes();
        return new LoadRun.Footprint(index.residentBytes(), live);
    }

    /** What of the two cores who takes. */
    private final class Cores {
        private final Map<String, Long> processes = new LinkedHashMap<>(platform.processes());
        private final Map<String, Long> before;
        private final long begin = System.nanoTime();

        Cores() {
            processes.put("load", ProcessHandle.current().pid());
            before = CpuTimes.of(processes);
        }

        Map<String, Double> used() {
            double micros = (System.nanoTime() - begin) / 1000.0;
            var used = new LinkedHashMap<String, Double>();
            CpuTimes.of(processes)
                    .forEach((name, time) -> used.put(name, (time - before.getOrDefault(name, 0L)) / micros));
            return used;
        }
    }
}
