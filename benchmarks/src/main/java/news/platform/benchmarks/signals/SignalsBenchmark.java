package news.platform.benchmarks.signals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Topic;
import news.platform.benchmarks.measure.Vitals;
import news.platform.benchmarks.signals.SignalsRun.Turn;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench signals}: the gateway gets a method that is a signal, beside it a service counts them; what they cost
 * beside hot reads, and whether the count is right although the service is killed.
 */
public final class SignalsBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String PATH = "/bench/views";
    private static final List<String> BODIES = IntStream.range(0, 100)
            .mapToObj(i -> "{\"articleId\":\"article-" + i + "\"}")
            .toList();

    private final Home home;
    private final RunningPlatform platform;
    private final SignalsPace pace;
    private final Progress progress;

    public SignalsBenchmark(Home home, RunningPlatform platform, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? SignalsPace.quick() : SignalsPace.full();
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where something was lost or too dear. */
    public void run() {
        Map<String, String> stores = platform.stores(ViewsProcess.NAME);
        try (TemporaryFolder folder = TemporaryFolder.create("news-bench");
                Topic topic = new Topic(
                        Objects.requireNonNull(stores.get("spring.kafka.bootstrap-servers")), ViewsProcess.TOPIC)) {
            topic.remove(ViewsProcess.GROUP);
            await(() -> !topic.isThere(), "the topic of an earlier run does not go");
            try (ViewsProcess views = ViewsProcess.start(home, stores);
                    Edge gateway = new Edge(platform.port(), PATIENCE, _ -> {});
                    Edge metrics = new Edge(platform.actuatorPort(), PATIENCE, _ -> {})) {
                await(() -> views.requireAlive() && topic.isThere(), "the service of views does not make its topic");
                platform.restartGateway(RunningPlatform.UNLIMITED, ViewsProcess.contract(home));
                SignalsRun run = new Measuring(Wrk.in(folder.path()), views, topic, new ViewsTable(stores), metrics)
                        .measure(Sample.pick(gateway));
                report(run);
            } finally {
                platform.restartGateway(Map.of());
                topic.remove(ViewsProcess.GROUP);
            }
        }
    }

    private void report(SignalsRun run) {
        progress.line("written: " + SignalsReport.write(home, pace, run));
        String verdict = SignalsReport.verdict(run).replace("*", "");
        if (!run.complaints().isEmpty()) {
            throw new Complaint(verdict);
        }
        progress.line(verdict);
    }

    private static void await(BooleanSupplier condition, String complaint) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Complaint(complaint + ".");
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    /** One run. */
    private final class Measuring {
        private final Wrk wrk;
        private final ViewsProcess views;
        private final Topic topic;
        private final ViewsTable table;
        private final Edge metrics;
        private long answered;

        Measuring(Wrk wrk, ViewsProcess views, Topic topic, ViewsTable table, Edge metrics) {
            this.wrk = wrk;
            this.views = views;
            this.topic = topic;
            this.table = table;
            this.metrics = metrics;
        }

        SignalsRun measure(Sample sample) {
            var article = sample.article("cached article", List.of(), 0);
            Supplier<Shot> read = () -> wrk.run(platform.port(), article, pace.shotSeconds());
            progress.line("warming up for " + 2 * pace.warmUpSeconds() + " s");
            wrk.run(platform.port(), article, pace.warmUpSeconds());
            signals(pace.warmUpSeconds());
            List<Turn> reads = new ArrayList<>();
            List<Turn> signals = new ArrayList<>();
            for (int i = 0; i < pace.rounds(); i++) {
                settle();
                reads.add(turn(read));
                signals.add(turn(() -> signals(pace.shotSeconds())));
                progress.line(String.format(
                        Locale.ROOT,
                        "read %.0f/s, %.1f µs; signal %.0f/s, %.1f µs",
                        reads.getLast().shot().rate(),
                        reads.getLast().gatewayMicros(),
                        signals.getLast().shot().rate(),
                        signals.getLast().gatewayMicros()));
            }
            settle();
            progress.line("signals for " + pace.seconds() + " s; their service is killed twice");
            Turn load = turn(this::load);
            double caughtUp = catchUp();
            var flow = new SignalsRun.Flow(
                    answered,
                    (long) Vitals.sum(metrics, "news_signal_sent_total"),
                    (long) Vitals.sum(metrics, "news_signal_dropped_total"),
                    topic.size(),
                    table.total(),
                    caughtUp);
            return new SignalsRun(median(reads), median(signals), load, flow);
        }

        private Shot signals(int seconds) {
            Shot shot = wrk.post(platform.port(), PATH, BODIES, seconds);
            answered += shot.requests() - shot.failures();
            return shot;
        }

        /** The whole load; the service is dead from its third quarter on. */
        private Shot load() {
            CompletableFuture<Void> kills = CompletableFuture.runAsync(() -> {
                Pause.of(Duration.ofMillis(pace.seconds() * 250L));
                views.kill();
                views.startAgain();
                Pause.of(Duration.ofMillis(pace.seconds() * 500L));
                views.kill();
            });
            Shot shot = signals(pace.seconds());
            kills.join();
            return shot;
        }

        /** Starts the service and waits until it has all. Returns how many it took in a second once it was at it. */
        private double catchUp() {
            long before = table.total();
            views.startAgain();
            await(() -> table.total() > before, "the service of views takes nothing");
            long begun = table.total();
            long start = System.nanoTime();
            settle();
            return (table.total() - begun) * 1e9 / (System.nanoTime() - start);
        }

        /** Until the service has all that the topic holds, and the gateway has no more to send. */
        private void settle() {
            await(() -> topic.size() == table.total(), "the database does not get what the topic holds");
        }

        private Turn turn(Supplier<Shot> load) {
            Map<String, Long> processes = new LinkedHashMap<>(platform.processes());
            processes.put(ViewsProcess.NAME, views.pid());
            Map<String, Long> before = CpuTimes.of(processes);
            Shot shot = load.get();
            Map<String, Long> after = CpuTimes.of(processes);
            double requests = Math.max(1, shot.requests());
            double all = 0;
            for (var process : after.entrySet()) {
                all += Math.max(0, process.getValue() - before.getOrDefault(process.getKey(), 0L));
            }
            double gateway = after.getOrDefault("gateway", 0L) - before.getOrDefault("gateway", 0L);
            return new Turn(shot, gateway / requests, all / requests);
        }

        private static Turn median(List<Turn> turns) {
            return turns.stream()
                    .sorted(Comparator.comparingDouble(Turn::gatewayMicros))
                    .toList()
                    .get(turns.size() / 2);
        }
    }
}
