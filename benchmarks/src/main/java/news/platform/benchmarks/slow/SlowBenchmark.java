package news.platform.benchmarks.slow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.process.Memory;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench slow}: thousands who hold their connections for long, and what readers notice of them. */
public final class SlowBenchmark {
    /** Connecting, a full collection and the open loop's own warming up. */
    private static final int AROUND_SECONDS = 8;

    private static final int UNCACHED_RATE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Home home;
    private final RunningPlatform platform;
    private final int count;
    private final int seconds;
    private final int quietSeconds;
    private final Progress progress;

    /**
     * @param seconds how long the slow clients have, at least ten
     * @param quietSeconds how long readers are measured without them
     */
    public SlowBenchmark(
            Home home, RunningPlatform platform, int count, int seconds, int quietSeconds, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.count = count;
        this.seconds = seconds;
        this.quietSeconds = quietSeconds;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where somebody was harmed. */
    public void run() {
        try (Edge gateway = new Edge(platform.port(), PATIENCE, _ -> {});
                Edge metrics = new Edge(platform.actuatorPort(), PATIENCE, _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            SlowRun run = measure(Sample.pick(gateway), metrics);
            progress.line("written: " + SlowReport.write(home, run));
            String verdict = SlowReport.verdict(run).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict);
            }
            progress.line(verdict);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private SlowRun measure(Sample sample, Edge metrics) {
        progress.line("quiet: warming up, then " + quietSeconds + " s");
        Readers.read(platform.port(), sample, UNCACHED_RATE, quietSeconds);
        Readers quiet = Readers.read(platform.port(), sample, UNCACHED_RATE, quietSeconds);
        double liveBefore = Vitals.liveBytes(platform, metrics);
        // not by its metrics: to be asked for all of them each second is work that readers would notice
        ProcessHandle process = Vitals.process(platform);
        double residentBefore = Memory.of(process);
        progress.line(count + " slow clients for " + seconds + " s");
        AtomicLong peak = new AtomicLong();
        try (SlowClients clients = new SlowClients(platform.port(), count, Duration.ofSeconds(seconds));
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(
                    () -> peak.accumulateAndGet(Memory.of(process), Math::max), 0, 1, TimeUnit.SECONDS);
            clients.awaitConnected();
            double liveDuring = Vitals.liveBytes(platform, metrics);
            Readers beside =
                    Readers.read(platform.port(), sample, UNCACHED_RATE, Math.max(2, seconds - AROUND_SECONDS));
            SlowOutcome outcome = clients.outcome();
            timer.shutdownNow();
            double liveAfter = Vitals.liveBytes(platform, metrics);
            SlowRun.MemoryUse memory = new SlowRun.MemoryUse(
                    residentBefore, peak.get(), Memory.of(process), liveBefore, liveDuring, liveAfter);
            return new SlowRun(seconds, sample.list().length, quiet, beside, memory, outcome);
        }
    }
}
