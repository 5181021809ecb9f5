package news.platform.benchmarks.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.publish.Audit;
import news.platform.benchmarks.publish.Deliveries;
import news.platform.benchmarks.publish.GatewayOutlet;
import news.platform.benchmarks.publish.Published;
import news.platform.benchmarks.publish.Publisher;
import news.platform.benchmarks.publish.Schedule;
import news.platform.benchmarks.publish.Topics;
import news.platform.benchmarks.sse.Heard;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.up.Replica;
import news.platform.local.up.RunningPlatform;

/**
 * {@code ./news bench live --replicas}: clients that alternate between two gateways, each of which has a livenews-service of its
 * own. The second of each is started for the time of the run, with the same ports on another address of this machine.
 */
public final class LiveReplicas {
    private static final String FIRST = "127.0.0.1";
    private static final String SECOND = "127.0.0.2";
    private static final Duration STAY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PER_SECOND = 20;

    private static final String TEXT = """
            # Live news to %d clients that alternate between two gateways

            %s- two gateways, each with a livenews-service of its own, one database; each client goes to the other gateway every %d s and
              says there which event it heard last
            - %d lives a second for %d s, published through one of them

            %d lives, %d events to clients, of which %d were missed, %d came again, %d came behind a later one and %d were not
            asked for; %d streams broke, %d were reset. p50 %.1f ms, p99 %.1f ms, with the time to change.

            %s
            """;

    private final Home home;
    private final RunningPlatform platform;
    private final int clients;
    private final int seconds;
    private final Progress progress;

    public LiveReplicas(Home home, RunningPlatform platform, int clients, int seconds, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.clients = clients;
        this.seconds = seconds;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where a client was not told all. */
    public void run() {
        Map<String, String> second = new HashMap<>(RunningPlatform.UNLIMITED);
        second.put(
                "spring.grpc.client.channel.livenews.target", "dns:///" + SECOND + ":" + platform.grpcPort("livenews"));
        platform.restartGateway(RunningPlatform.UNLIMITED);
        try (Replica _ = platform.startReplica("livenews", SECOND, Map.of());
                Replica _ = platform.startReplica("gateway", SECOND, second);
                GatewayOutlet outlet = new GatewayOutlet(platform);
                StreamClients streams =
                        new StreamClients(outlet.target().among(List.of(FIRST, SECOND), STAY), clients);
                Publisher publisher = new Publisher(outlet, Topics.SIX)) {
            streams.awaitConnected(PATIENCE);
            progress.line(clients + " clients, lives for " + seconds + " s");
            publisher.run(new Schedule(PER_SECOND, 0, seconds), System.nanoTime());
            List<Published> published = publisher.all();
            Deliveries.await(streams, published, clients);
            Heard heard = streams.end();
            finish(heard, Audit.of(heard, published), publisher.refusals());
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    private void finish(Heard heard, Audit audit, SortedMap<String, Integer> refusals) {
        List<String> complaints = new ArrayList<>(audit.complaints());
        if (heard.breaks() + heard.resets() > 0 || !refusals.isEmpty()) {
            complaints.add("%d streams broke, %d were reset, lives that could not be published: %s"
                    .formatted(heard.breaks(), heard.resets(), refusals));
        }
        String verdict = complaints.isEmpty()
                ? "**Verdict: unharmed.** Both gateways together told each client one sequence without gaps."
                : "**Verdict: harmed.** " + String.join("; ", complaints) + ".";
        Path file = ResultFiles.write(home, "live-replicas.md", text(heard, audit, verdict));
        progress.line("written: " + file);
        if (!complaints.isEmpty()) {
            throw new Complaint(verdict.replace("*", ""));
        }
        progress.line(verdict.replace("*", ""));
    }

    private String text(Heard heard, Audit audit, String verdict) {
        return TEXT.formatted(
                clients,
                Machine.lines(Machine.facts(home)),
                STAY.toSeconds(),
                PER_SECOND,
                seconds,
                audit.lives(),
                audit.deliveries(),
                audit.missed(),
                audit.repeated(),
                audit.disordered(),
                audit.foreign(),
                heard.breaks(),
                heard.resets(),
                heard.calm().p50Millis(),
                heard.calm().p99Millis(),
                verdict);
    }
}
