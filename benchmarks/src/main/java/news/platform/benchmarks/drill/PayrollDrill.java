package news.platform.benchmarks.drill;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.platform.benchmarks.drill.DrillPace.Phase;
import news.platform.benchmarks.sse.Flash;
import news.platform.benchmarks.sse.Heard;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.benchmarks.sse.Target;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.up.RunningPlatform;

/** {@code ./news drill payroll}: the day of the figure that everybody waits for, played on the running platform. */
public final class PayrollDrill {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration JUMPS_WITHIN = Duration.ofSeconds(10);
    private static final List<String> SYMBOLS = List.of("GOLDX", "NRTEN", "SLVTE");
    private static final String STREAM = "/api/v1/lives:stream?minImportance=3";

    private final Home home;
    private final RunningPlatform platform;
    private final DrillPace pace;
    private final long seed;
    private final Progress progress;

    public PayrollDrill(Home home, RunningPlatform platform, boolean quick, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? DrillPace.quick() : DrillPace.full();
        this.seed = seed;
        this.progress = progress;
    }

    /** Plays it, writes the file, and complains where a reader saw what none should see. */
    public void run() {
        progress.line("seed " + seed);
        try (Edge edge = new Edge(platform.port(), PATIENCE, _ -> {});
                Edge once = new Edge(platform.port(), Duration.ZERO, _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            DrillRun run = play(edge, once);
            progress.line("written: " + DrillReport.write(home, run));
            String verdict = DrillReport.verdict(run.complaints()).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict + " Again with --seed " + seed);
            }
            progress.line(verdict);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private DrillRun play(Edge edge, Edge once) {
        progress.line(pace.readers() + " readers register, each with a device");
        Cast cast = Cast.gather(edge, pace.readers());
        Reading reading = new Reading(platform.port(), edge);
        progress.line("warming up");
        reading.warmUp(edge, cast);
        Target lives = new Target(platform.port(), List.of(STREAM));
        Random random = new Random(seed);
        Desk desk = new Desk(edge, platform, random);
        try (StreamClients streams = new StreamClients(lives, pace.listeners());
                Ticker ticker = new Ticker(platform.port(), SYMBOLS)) {
            streams.awaitConnected(PATIENCE);
            ticker.awaitShown(PATIENCE);
            Pushes pushes = new Pushes(home);
            Timeline timeline = new Timeline(progress);
            try (Scenes scenes = new Scenes(platform, once, cast, desk, pace, random, timeline)) {
                playAll(scenes, reading);
                long released = scenes.releasedNanos();
                return new DrillRun(
                        seed,
                        pace,
                        desk.figure(),
                        timeline.marks(),
                        reading.seen(),
                        listening(streams.end(), desk),
                        pushes.of(desk.headline(), cast, scenes.released()),
                        ticker.jumps(released, released + JUMPS_WITHIN.toNanos()),
                        scenes.flood(),
                        scenes.seeking(),
                        scenes.found(),
                        scenes.quotesKept());
            }
        }
    }

    private void playAll(Scenes scenes, Reading reading) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Phase phase : pace.phases()) {
                CompletableFuture<Void> scene = CompletableFuture.runAsync(() -> scenes.play(phase), threads);
                reading.read(phase, scenes.articleId());
                scene.join();
            }
        }
    }

    private static DrillRun.Listening listening(Heard heard, Desk desk) {
        int number = heard.flashes().stream()
                .filter(flash -> flash.title().equals(desk.headline()))
                .mapToInt(Flash::number)
                .findFirst()
                .orElse(-1);
        long[] times = heard.sequences().stream()
                .mapToLong(sequence -> Arrays.stream(sequence.flashes())
                        .filter(flash -> flash == number)
                        .count())
                .toArray();
        int told = (int) Arrays.stream(times).filter(count -> count > 0).count();
        int all = (int) Arrays.stream(times).sum();
        return new DrillRun.Listening(times.length, told, all - told, heard.calm(), heard.breaks());
    }
}
