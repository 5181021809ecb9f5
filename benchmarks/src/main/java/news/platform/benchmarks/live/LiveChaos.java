package news.platform.benchmarks.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.publish.Deliveries;
import news.platform.benchmarks.publish.GatewayOutlet;
import news.platform.benchmarks.publish.Published;
import news.platform.benchmarks.publish.Publisher;
import news.platform.benchmarks.publish.Schedule;
import news.platform.benchmarks.publish.Topics;
import news.platform.benchmarks.sse.Heard;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.benchmarks.sse.Watch;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench live --chaos}: parts are killed while live news go to thousands of clients. */
public final class LiveChaos {
    private static final List<String> PARTS = List.of("livenews", "gateway", "postgres", "kafka");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PER_SECOND = 2;
    private static final int LONGEST_SECONDS = 600;
    private static final int CALM_MILLIS = 3000;

    private final Home home;
    private final RunningPlatform platform;
    private final int clients;
    private final int rounds;
    private final long seed;
    private final Progress progress;
    private final long begin = System.nanoTime();

    /** @param rounds how often each part is killed */
    public LiveChaos(Home home, RunningPlatform platform, int clients, int rounds, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.clients = clients;
        this.rounds = rounds;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where a client was not told all. */
    public void run() {
        progress.line("seed " + seed);
        try {
            platform.restartGateway(RunningPlatform.UNLIMITED);
            ChaosRun run = measure();
            progress.line("written: " + ChaosReport.write(home, run));
            String verdict = ChaosReport.verdict(run.complaints()).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict + " Again with --seed " + seed);
            }
            progress.line(verdict);
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private ChaosRun measure() {
        try (GatewayOutlet outlet = new GatewayOutlet(platform);
                StreamClients streams = new StreamClients(outlet.target(), clients);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Publisher publisher = new Publisher(outlet, Topics.SIX)) {
            streams.awaitConnected(PATIENCE);
            progress.line(clients + " clients have their streams");
            CompletableFuture<Void> publishing = CompletableFuture.runAsync(
                    () -> publisher.run(new Schedule(PER_SECOND, 0, LONGEST_SECONDS), System.nanoTime()), threads);
            List<Strike> strikes = strikes(publisher, streams);
            publisher.stop();
            publishing.join();
            List<Published> published = publisher.all();
            Deliveries.await(streams, published, clients);
            Heard heard = streams.end();
            return new ChaosRun(seed, clients, strikes, heard, Audit.of(heard, published), publisher.refusals());
        }
    }

    private List<Strike> strikes(Publisher publisher, StreamClients streams) {
        Random random = new Random(seed);
        List<Strike> strikes = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(PARTS);
            Collections.shuffle(order, random);
            for (String part : order) {
                Pause.of(Duration.ofMillis(CALM_MILLIS + random.nextInt(CALM_MILLIS)));
                Strike strike = strike(part, Duration.ofMillis(random.nextInt(2 * CALM_MILLIS)), publisher, streams);
                progress.line("%s: down for %.1f s, all clients served again after %.1f s"
                        .formatted(part, strike.downSeconds(), strike.servedSeconds()));
                strikes.add(strike);
            }
        }
        return strikes;
    }

    private Strike strike(String part, Duration down, Publisher publisher, StreamClients streams) {
        long killed = System.nanoTime();
        platform.kill(part);
        Pause.of(down);
        if (part.equals("gateway")) {
            platform.startGateway(RunningPlatform.UNLIMITED, true);
        } else {
            platform.start(part);
        }
        long back = System.nanoTime();
        Watch watch = streams.watch();
        publisher.publishToAll();
        long unserved = watch.await(PATIENCE);
        return new Strike(
                part, seconds(begin, killed), seconds(killed, back), seconds(back, System.nanoTime()), unserved);
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
