package news.platform.benchmarks.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.edge.Reply;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./news bench push}: a live of the highest importance is published for very many devices, first undisturbed, then while
 * notification-service is killed twice and the broker once. The file provider says what reached whom.
 */
public final class PushBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final List<String> VICTIMS = List.of("notification", "kafka", "notification");
    private static final int MOST_CALM_MILLIS = 4000;
    private static final int MOST_DOWN_MILLIS = 2000;

    private final Home home;
    private final RunningPlatform platform;
    private final int devices;
    private final long seed;
    private final Progress progress;
    private final JsonMapper json = new JsonMapper();

    public PushBenchmark(Home home, RunningPlatform platform, int devices, long seed, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.devices = devices;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where somebody was told twice, too late or not at all. */
    public void run() {
        progress.line("seed " + seed + "; " + devices + " devices register");
        try (PushDevices table = PushDevices.register(platform, devices)) {
            PushRun.Fanout calm = fanOut(table, List.of());
            PushRun.Fanout disturbed = fanOut(table, VICTIMS);
            PushRun run = new PushRun(seed, devices, calm, disturbed);
            progress.line("written: " + PushReport.write(home, run));
            String verdict = PushReport.verdict(run).replace("*", "");
            if (!run.complaints().isEmpty()) {
                throw new Complaint(verdict + " Again with --seed " + seed);
            }
            progress.line(verdict);
        }
    }

    private PushRun.Fanout fanOut(PushDevices table, List<String> victims) {
        Sends sends = Sends.from(home.state().resolve("outbox.jsonl"));
        String subject = "lives/" + publish();
        long begin = System.nanoTime();
        CompletableFuture<Void> kills = CompletableFuture.runAsync(() -> kill(victims));
        PushDevices.Told told = table.told(subject);
        while (!told.isAll(devices)) {
            if (System.nanoTime() - begin > LONG.toNanos()) {
                progress.line("! not all were told: " + told);
                break;
            }
            Pause.of(LOOK);
            told = table.told(subject);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        kills.join();
        Sends.Count count = sends.count(told.storyId());
        PushRun.Fanout fanout =
                new PushRun.Fanout(seconds, victims.size(), told.notified(), count.devices(), count.repeated());
        progress.line(PushReport.line(fanout));
        return fanout;
    }

    private String publish() {
        try (Edge edge = new Edge(platform.port(), PATIENCE, _ -> {})) {
            String body = json.writeValueAsString(Map.of(
                    "title",
                    "Benchmark: a decision that nobody expected",
                    "contentHtml",
                    "<p>The benchmark tells everybody of what has not happened.</p>",
                    "channelIds",
                    List.of("global"),
                    "importance",
                    3));
            Reply reply = edge.post(
                    "/api/v1/lives",
                    body,
                    Map.of(
                            "authorization",
                            "Bearer " + platform.token("editor"),
                            "idempotency-key",
                            UUID.randomUUID().toString()));
            if (!reply.ok()) {
                throw new Complaint(reply.problem());
            }
            return reply.json().path("id").asString();
        }
    }

    private void kill(List<String> victims) {
        Random random = new Random(seed);
        for (String victim : victims) {
            Pause.of(Duration.ofMillis(random.nextInt(MOST_CALM_MILLIS)));
            platform.kill(victim);
            Pause.of(Duration.ofMillis(random.nextInt(MOST_DOWN_MILLIS)));
            platform.start(victim);
            progress.line(victim + " was killed and is back");
        }
    }
}
