package news.platform.benchmarks.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.platform.fuzz.Fuzz;
import news.platform.fuzz.Outcome;
import news.platform.fuzz.Setting;
import news.platform.fuzz.contract.Operations;
import news.platform.fuzz.request.Known;
import news.platform.fuzz.verdict.Finding;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.service.ServiceTable;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench fuzz}: odd requests for minutes; complains when one of them is not answered as it should be. */
public final class FuzzBenchmark {
    private static final int WORKERS = 8;
    private static final int PROGRESS_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Home home;
    private final RunningPlatform platform;
    private final Duration time;
    private final long seed;
    private final Progress progress;

    public FuzzBenchmark(Home home, RunningPlatform platform, Duration time, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.time = time;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains about what was found. */
    public void run() {
        progress.line("seed " + seed);
        try (Edge edge = new Edge(platform.port(), PATIENCE, _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            FuzzAccounts accounts = FuzzAccounts.register(edge, platform.token("admin"));
            Ground ground = new Ground(edge, accounts);
            Known known = ground.prepare();
            ErrorLines errors = new ErrorLines(home, ServiceTable.load(0).names());
            Outcome outcome = outcome(new Setting(
                    platform.port(),
                    seed,
                    List.of(Operations.CONTRACT),
                    _ -> true,
                    known,
                    accounts,
                    WORKERS,
                    sources()));
            List<Finding> findings = new ArrayList<>(errors.findings());
            findings.addAll(outcome.findings());
            findings.addAll(outcome.neverSuccessful(Ground.CLOSED));
            progress.line("clearing up");
            ground.clear(outcome);
            finish(outcome, findings);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private Outcome outcome(Setting setting) {
        Fuzz fuzz = new Fuzz(setting);
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(
                    () -> progress.line(fuzz.asked() + " requests, " + fuzz.faults() + " answers at fault"),
                    PROGRESS_SECONDS,
                    PROGRESS_SECONDS,
                    TimeUnit.SECONDS);
            Outcome outcome = fuzz.run(Long.MAX_VALUE, time, kind -> progress.line("found: " + kind));
            timer.shutdownNow();
            return outcome;
        }
    }

    /** Addresses of their own, so that a refused login locks nobody else out; elsewhere than on Linux there is but one. */
    private static List<String> sources() {
        return System.getProperty("os.name").equals("Linux")
                ? IntStream.rangeClosed(1, WORKERS)
                        .mapToObj(i -> "127.0.1." + i)
                        .toList()
                : List.of("127.0.0.1");
    }

    private void finish(Outcome outcome, List<Finding> findings) {
        Path file = FuzzReport.write(home, outcome, findings);
        findings.forEach(finding -> finding.lines().forEach(progress::plain));
        progress.line("%d requests, %.0f/s, %s".formatted(outcome.requests(), outcome.rate(), outcome.statuses()));
        progress.line("written: " + file);
        if (!findings.isEmpty()) {
            throw new Complaint(FuzzReport.verdict(outcome, findings).replace("*", "") + " Again with --seed " + seed);
        }
    }
}
