package news.platform.benchmarks.search.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.search.IndexManagement;
import news.platform.benchmarks.search.Ingestion;
import news.platform.benchmarks.search.Seeker;
import news.platform.benchmarks.storm.Storm;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news chaos search}: search-service and ranking-service are killed while articles and lives are published, corrected and
 * recalled and readers say what they read; then, in the long form, what all of them need. In the end the index has to hold what one has
 * that is made anew, rankings what the topic of views holds; readers of articles must not have noticed, and the feed must have said so.
 */
public final class SearchChaos {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUFFER = Duration.ofSeconds(1);
    private static final int ARTICLES = 20;
    private static final int READS = 20;
    private static final int WINDOW_SECONDS = 5;
    private static final int HEADLINES = 100;
    private static final String RANKING = "ranking";
    private static final String GATEWAY = "gateway";
    private static final List<String> FINDERS = List.of("search", "search", RANKING);
    private static final List<String> STORES = List.of("kafka", "postgres", "search");

    private final Home home;
    private final RunningPlatform platform;
    private final int rounds;
    private final boolean stores;
    private final long seed;
    private final Progress progress;
    private final AtomicInteger untold = new AtomicInteger();
    private final AtomicLong doubtful = new AtomicLong();
    private final Executor threads = task -> Thread.ofPlatform().start(task);

    /**
     * @param rounds in each of which search-service is killed twice and ranking-service once
     * @param stores whether the broker, the database and the gateway are killed, too, once
     */
    public SearchChaos(Home home, RunningPlatform platform, int rounds, boolean stores, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.rounds = rounds;
        this.stores = stores;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where somebody was harmed. */
    public void run() {
        progress.line("seed " + seed);
        platform.restartGateway(RunningPlatform.UNLIMITED);
        try (var seeker = new Seeker(platform);
                var index = new IndexManagement(platform);
                var counts = new ViewCounts(platform);
                var edge = new Edge(platform.port(), PATIENCE, _ -> {})) {
            var run = measure(seeker, index, counts, Sample.pick(edge));
            progress.line("written: " + ChaosReport.write(home, run));
            var verdict = ChaosReport.verdict(run).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict + " Again with --seed " + seed);
            }
            progress.line(verdict);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private ChaosRun measure(Seeker seeker, IndexManagement index, ViewCounts counts, Sample sample) {
        try (var ingestion = new Ingestion(platform, seeker.headlines(HEADLINES));
                var newsroom = new Newsroom(platform, ingestion, seed);
                var viewers = new Viewers(
                        platform.port(), () -> List.copyOf(ingestion.published().keySet()))) {
            Readers.read(platform.port(), sample, READS, 2 * WINDOW_SECONDS);
            var publishing = CompletableFuture.runAsync(() -> ingestion.run(ARTICLES), threads);
            var changing = CompletableFuture.runAsync(newsroom::work, threads);
            var viewing = CompletableFuture.runAsync(viewers::view, threads);
            var storm = storm(seeker, viewers);
            var readers = new ArrayList<Readers>();
            var strikes = new ArrayList<>(strikeFinders(storm, sample, readers));
            long dropped = counts.dropped();
            if (stores) {
                strikes.addAll(storm.rage(STORES, 1));
                // what waited for the broker has gone there
                Pause.of(BUFFER.multipliedBy(5));
                dropped = counts.dropped();
                strikes.addAll(storm.rage(List.of(GATEWAY), 1));
                dropped += counts.dropped();
            }
            ingestion.stop();
            newsroom.end();
            viewers.end();
            CompletableFuture.allOf(publishing, changing, viewing).join();
            ingestion.await();
            viewers.await();
            var settled = new Settled(platform, index, seeker, progress);
            var indexed = settled.compared(ingestion);
            return new ChaosRun(
                    seed,
                    strikes,
                    untold.get(),
                    new ChaosRun.Flow(ingestion.published().size(), ingestion.refused(), newsroom.changes()),
                    indexed,
                    views(viewers, counts, dropped),
                    List.copyOf(readers));
        }
    }

    private Storm storm(Seeker seeker, Viewers viewers) {
        return new Storm(
                platform,
                Map.of(GATEWAY, RunningPlatform.UNLIMITED),
                part -> {
                    if (part.equals(RANKING) && !isTold(seeker)) {
                        untold.incrementAndGet();
                    } else if (part.equals(GATEWAY)) {
                        doubtful.addAndGet(viewers.answeredWithin(BUFFER));
                    }
                },
                new Random(seed),
                progress);
    }

    /** Beside readers, who must not notice. */
    private List<Storm.Strike> strikeFinders(Storm storm, Sample sample, List<Readers> readers) {
        var over = new AtomicBoolean();
        var reading = CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        readers.add(Readers.read(platform.port(), sample, READS, WINDOW_SECONDS));
                    }
                },
                threads);
        var strikes = storm.rage(FINDERS, rounds);
        over.set(true);
        reading.join();
        return strikes;
    }

    /** Whether the feed says within a while that it is a substitute; until then what the cache has is fresh enough. */
    private static boolean isTold(Seeker seeker) {
        try {
            Seeker.await(seeker::feedIsDegraded, "The feed does not say that it is degraded");
            return true;
        } catch (Complaint _) {
            return false;
        }
    }

    private ChaosRun.Views views(Viewers viewers, ViewCounts counts, long dropped) {
        progress.line("counting views");
        long held = counts.held(viewers.viewed());
        return new ChaosRun.Views(
                viewers.answered(),
                viewers.unanswered(),
                held,
                counts.counted(viewers.viewed(), held),
                dropped,
                doubtful.get());
    }
}
