package news.platform.benchmarks.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.measure.Nginx;
import news.platform.benchmarks.measure.Readers;
import news.platform.benchmarks.measure.Sample;
import news.platform.benchmarks.measure.Vitals;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.publish.Deliveries;
import news.platform.benchmarks.publish.GatewayOutlet;
import news.platform.benchmarks.publish.Published;
import news.platform.benchmarks.publish.Publisher;
import news.platform.benchmarks.publish.Schedule;
import news.platform.benchmarks.publish.Topics;
import news.platform.benchmarks.sse.Heard;
import news.platform.benchmarks.sse.SlowReaders;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.benchmarks.sse.Target;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.file.Home;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench live}: live news to thousands of clients beside readers, and what that costs beside nginx with Nchan. */
public final class LiveBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final int UNCACHED_RATE = 50;
    private static final int HEATERS = 16;
    private static final int WARMING_PER_SECOND = 10;
    private static final Schedule NO_LIVES = new Schedule(0, 0, 0);
    private static final int PER_SECOND = 2;
    private static final int BURST = 20;
    private static final int SLOW_CLIENTS = 20;
    /** What they are sent fills every buffer on the way within this time, and the gateway's patience ends in it as well. */
    private static final int SLOW_SECONDS = 15;
    /** The start of the readers' process and their warming up, and what is left at the end. */
    private static final int AROUND_SECONDS = 5;

    private final Home home;
    private final RunningPlatform platform;
    private final LivePace pace;
    private final Progress progress;

    public LiveBenchmark(Home home, RunningPlatform platform, int clients, boolean quick, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.pace = quick ? LivePace.quick(clients) : LivePace.full(clients);
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where a client was not told all. */
    public void run() {
        try (TemporaryFolder folder = TemporaryFolder.create("news-live")) {
            run(Wrk.in(folder.path()));
        }
    }

    private void run(Wrk wrk) {
        try (Edge gateway = new Edge(platform.port(), PATIENCE, _ -> {});
                Edge metrics = new Edge(platform.actuatorPort(), PATIENCE, _ -> {})) {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            Sample sample = Sample.pick(gateway);
            heat(wrk, sample);
            LiveRun run = measure(sample, metrics);
            progress.line("written: " + LiveReport.write(home, run));
            String verdict = LiveReport.verdict(run.complaints()).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict);
            }
            progress.line(verdict);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private LiveRun measure(Sample sample, Edge metrics) {
        progress.line("quiet: warming up, then " + pace.quietSeconds() + " s");
        warmUp(sample);
        Readers quiet = ReadersProcess.read(order(sample, pace.quietSeconds(), System.nanoTime(), NO_LIVES));
        Held before = Held.now(platform, metrics);
        try (GatewayOutlet outlet = new GatewayOutlet(platform);
                StreamClients clients = new StreamClients(outlet.target(), pace.clients())) {
            clients.awaitConnected(PATIENCE);
            Pause.of(SETTLING);
            Held held = Held.now(platform, metrics).since(before, pace.clients());
            progress.line(pace.clients() + " clients, lives for " + pace.seconds() + " s");
            return beside(new Setting(sample, metrics, quiet, held, outlet), clients);
        }
    }

    /** By a closed loop: what matters is how often code is called, and what is slow as yet would only queue in an open one. */
    private void heat(Wrk wrk, Sample sample) {
        progress.line("lists under new keys, as many as are answered, for " + pace.warmUpSeconds() + " s");
        Shot shot = wrk.run(platform.port(), List.of(sample.coldList("warming up")), HEATERS, pace.warmUpSeconds());
        progress.line(String.format(Locale.ROOT, "%d lists, p99 %.1f ms", shot.requests(), shot.p99Millis()));
        if (shot.failures() > 0) {
            throw new Complaint(shot.failures() + " lists of the warming up failed.");
        }
    }

    /** Readers and a publisher whom nobody hears: what compiles as it goes would take the cores of the first burst. */
    private void warmUp(Sample sample) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                GatewayOutlet outlet = new GatewayOutlet(platform);
                Publisher publisher = new Publisher(outlet, List.of(Topics.SLOW))) {
            Schedule schedule = new Schedule(WARMING_PER_SECOND, 0, pace.quietSeconds());
            CompletableFuture.runAsync(() -> publisher.run(schedule, System.nanoTime()), threads);
            Readers.read(platform.port(), sample, UNCACHED_RATE, pace.quietSeconds());
        }
    }

    private ReadersProcess.Order order(Sample sample, int seconds, long begin, Schedule schedule) {
        return new ReadersProcess.Order(
                platform.port(),
                Readers.article(sample),
                Readers.list(sample),
                UNCACHED_RATE,
                seconds,
                begin,
                schedule);
    }

    /** @param held by the gateway for a client that waits */
    private record Setting(Sample sample, Edge metrics, Readers quiet, Held held, GatewayOutlet outlet) {}

    private LiveRun beside(Setting setting, StreamClients clients) {
        Schedule schedule = new Schedule(PER_SECOND, BURST, pace.seconds());
        Target slowTarget = new Target(platform.port(), List.of(Topics.SLOW.path()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Publisher publisher = new Publisher(setting.outlet, Topics.SIX);
                Publisher slowPublisher = new Publisher(setting.outlet, List.of(Topics.SLOW));
                SlowReaders slow = new SlowReaders(slowTarget, SLOW_CLIENTS)) {
            long begin = System.nanoTime();
            Cores cores = new Cores(platform, clients);
            CompletableFuture<Void> publishing =
                    CompletableFuture.runAsync(() -> publisher.run(schedule, begin), threads);
            CompletableFuture.runAsync(() -> slowPublisher.run(new Schedule(1, 0, SLOW_SECONDS), begin), threads);
            Readers beside =
                    ReadersProcess.read(order(setting.sample, pace.seconds() - AROUND_SECONDS, begin, schedule));
            Map<String, Double> used = cores.used();
            publishing.join();
            List<Published> published = publisher.all();
            Deliveries.await(clients, published, pace.clients());
            int upstreams = (int) Vitals.metric(setting.metrics, "news_gateway_stream_connected");
            int cutOff = slow.cutOff();
            Heard heard = clients.end();
            return new LiveRun(
                    pace,
                    setting.quiet,
                    beside,
                    heard,
                    Audit.of(heard, published),
                    used,
                    setting.held,
                    new LiveRun.Slow(SLOW_CLIENTS, cutOff),
                    upstreams,
                    publisher.refusals(),
                    turns(setting, clients.samples(Topics.SIX.size())));
        }
    }

    private Optional<Turns.Pair> turns(Setting setting, List<String> samples) {
        if (samples.contains("")) {
            return Optional.empty();
        }
        if (!Nginx.streams()) {
            progress.line(
                    "nginx with Nchan is missing: there will be no ratios (Debian: apt-get install libnginx-mod-nchan)");
            return Optional.empty();
        }
        return Optional.of(new Turns(platform, pace, progress).take(setting.outlet, setting.held.most(), samples));
    }

    /** What of the two cores who takes. */
    private static final class Cores {
        private final Map<String, Long> processes;
        private final StreamClients clients;
        private final long clientsBefore;
        private final Map<String, Long> before;
        private final long begin = System.nanoTime();

        private Cores(RunningPlatform platform, StreamClients clients) {
            this.processes = new LinkedHashMap<>(platform.processes());
            processes.put("clients and publishers", ProcessHandle.current().pid());
            this.clients = clients;
            this.clientsBefore = clients.cpuMicros();
            this.before = CpuTimes.of(processes);
        }

        private Map<String, Double> used() {
            double micros = (System.nanoTime() - begin) / 1000.0;
            Map<String, Double> used = new LinkedHashMap<>();
            CpuTimes.of(processes)
                    .forEach((name, time) -> used.put(name, (time - before.getOrDefault(name, 0L)) / micros));
            used.put("of these the clients", (clients.cpuMicros() - clientsBefore) / micros);
            return used;
        }
    }
}
