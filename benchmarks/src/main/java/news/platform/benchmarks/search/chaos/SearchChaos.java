package news.platform.benchmarks.search.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.search.IndexManagement;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import news.platform.benchmarks.search.Ingestion;
import news.platform.benchmarks.search.Seeker;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news chaos search}: search-service and ranking-service are killed while articles are published, corrected and recalled. In the
 * end the index has to hold what one has that is made anew, readers of articles must not have noticed, and the feed must have said so.
 */
public final class SearchChaos {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CHANGES = Duration.ofMillis(50);
    private static final int ARTICLES = 20;
    private static final int READS = 20;
    private static final int WINDOW_SECONDS = 5;
    private static final int CALM_MILLIS = 3000;
    private static final int HEADLINES = 100;

    private final Home home;
    private final RunningPlatform platform;
    private final int rounds;
    private final long seed;
    private final Progress progress;
    private final Random random;
    private final Executor threads = task -> Thread.ofPlatform().start(task);

    /** @param rounds how often either is killed */
    public SearchChaos(Home home, RunningPlatform platform, int rounds, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.rounds = rounds;
        this.seed = seed;
        this.progress = progress;
        this.random = new Random(seed);
    }

    /** Runs it, writes the file, and complains where somebody was harmed. */
    public void run() {
        progress.line("seed " + seed);
        platform.restartGateway(RunningPlatform.UNLIMITED);
        try (var seeker = new Seeker(platform);
                var index = new IndexManagement(platform);
                var edge = new Edge(platform.port(), PATIENCE, _ -> {})) {
            var run = measure(seeker, index, Sample.pick(edge));
            progress.line("written: " + ChaosReport.write(home, run));
            if (!run.complaints().isEmpty()) {
                throw new Complaint(ChaosReport.verdict(run).replace("*", "") + " Again with --seed " + seed);
            }
            progress.line(ChaosReport.verdict(run).replace("*", ""));
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private ChaosRun measure(Seeker seeker, IndexManagement index, Sample sample) {
        try (var ingestion = new Ingestion(platform, seeker.headlines(HEADLINES))) {
            warmUp(sample);
            var publishing = CompletableFuture.runAsync(() -> ingestion.run(ARTICLES), threads);
            var over = new AtomicBoolean();
            var changing = CompletableFuture.supplyAsync(() -> change(ingestion, over), threads);
            var reading = CompletableFuture.supplyAsync(() -> read(sample, over), threads);
            var strikes = strikes(seeker);
            over.set(true);
            ingestion.stop();
            publishing.join();
            int changes = changing.join();
            var readers = reading.join();
            var left = settled(index);
            progress.line("making the index anew, to compare");
            index.renew();
            Seeker.awaitFor(PATIENCE.multipliedBy(5), () -> !index.isBuilding(), "The index is not made");
            return new ChaosRun(
                    seed,
                    strikes,
                    new ChaosRun.Flow(ingestion.published().size(), changes, ingestion.refused()),
                    left,
                    index.inventory(),
                    readers);
        }
    }

    private void warmUp(Sample sample) {
        Readers.read(platform.port(), sample, READS, 2 * WINDOW_SECONDS);
    }

    private List<Readers> read(Sample sample, AtomicBoolean over) {
        var windows = new ArrayList<Readers>();
        while (!over.get()) {
            windows.add(Readers.read(platform.port(), sample, READS, WINDOW_SECONDS));
        }
        return List.copyOf(windows);
    }

    /** Corrects some of what was published, and takes some back. Returns how often. */
    private int change(Ingestion ingestion, AtomicBoolean over) {
        var chance = new Random(seed);
        int changes = 0;
        while (!over.get()) {
            var ids = List.copyOf(ingestion.published().keySet());
            if (!ids.isEmpty()) {
                var id = ids.get(chance.nextInt(ids.size()));
                if (chance.nextInt(3) == 0) {
                    ingestion.recall(id);
                } else {
                    ingestion.correct(id);
                }
                changes++;
            }
            Pause.of(CHANGES);
        }
        return changes;
    }

    private List<ChaosRun.Strike> strikes(Seeker seeker) {
        var strikes = new ArrayList<ChaosRun.Strike>();
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(List.of("search", "ranking"));
            Collections.shuffle(order, random);
            for (var part : order) {
                Pause.of(Duration.ofMillis(CALM_MILLIS + random.nextInt(CALM_MILLIS)));
                var strike = strike(seeker, part, Duration.ofMillis(random.nextInt(CALM_MILLIS)));
                progress.line("%s: down for %.1f s".formatted(part, strike.downSeconds()));
                strikes.add(strike);
            }
        }
        return List.copyOf(strikes);
    }

    private ChaosRun.Strike strike(Seeker seeker, String part, Duration down) {
        long killed = System.nanoTime();
        platform.kill(part);
        boolean told = true;
        if (part.equals("ranking")) {
            told = isTold(seeker);
        }
        Pause.of(down);
        platform.start(part);
        return new ChaosRun.Strike(part, (System.nanoTime() - killed) / 1e9, told);
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

    /** What the index holds when no more goes into it. */
    private Inventory settled(IndexManagement index) {
        var last = index.inventory();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            Pause.of(Duration.ofSeconds(3));
            var now = index.inventory();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }
}
