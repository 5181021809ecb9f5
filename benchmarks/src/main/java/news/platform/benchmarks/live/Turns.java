package news.platform.benchmarks.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.measure.Nginx;
import news.platform.benchmarks.measure.Vitals;
import news.platform.benchmarks.publish.Deliveries;
import news.platform.benchmarks.publish.NchanOutlet;
import news.platform.benchmarks.publish.Outlet;
import news.platform.benchmarks.publish.Published;
import news.platform.benchmarks.publish.Publisher;
import news.platform.benchmarks.publish.Schedule;
import news.platform.benchmarks.publish.Topics;
import news.platform.benchmarks.sse.Heard;
import news.platform.benchmarks.sse.StreamClients;
import news.platform.local.console.Progress;
import news.platform.local.file.TemporaryFolder;
import news.platform.local.process.Memory;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** Gateway and nginx with Nchan in turns: as many clients, as many events, the same bytes. */
final class Turns {
    private static final int PER_SECOND = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final RunningPlatform platform;
    private final LivePace pace;
    private final Progress progress;

    Turns(RunningPlatform platform, LivePace pace, Progress progress) {
        this.platform = platform;
        this.pace = pace;
        this.progress = progress;
    }

    /** What both took, a turn for each round. */
    record Pair(List<Turn> gateway, List<Turn> nginx) {}

    /** @param gatewayBytes what a client of the gateway was seen to hold; later ones find room that earlier ones have left */
    Pair take(Outlet gateway, double gatewayBytes, List<String> samples) {
        List<Turn> ours = new ArrayList<>();
        List<Turn> theirs = new ArrayList<>();
        for (int round = 0; round < pace.rounds(); round++) {
            ours.add(take("gateway", gateway, Vitals.process(platform), _ -> gatewayBytes));
            try (TemporaryFolder folder = TemporaryFolder.create("news-bench");
                    Nginx nginx = Nginx.startStreams(folder.path());
                    Outlet nchan = new NchanOutlet(nginx, samples)) {
                double before = Memory.of(nginx.process());
                theirs.add(take(
                        "nginx", nchan, nginx.process(), process -> (Memory.of(process) - before) / pace.clients()));
            }
        }
        return new Pair(ours, theirs);
    }

    private Turn take(String name, Outlet outlet, ProcessHandle process, ToDoubleFunction<ProcessHandle> bytes) {
        try (StreamClients clients = new StreamClients(outlet.target(), pace.clients());
                Publisher publisher = new Publisher(outlet, Topics.SIX)) {
            clients.awaitConnected(PATIENCE);
            Pause.of(SETTLING);
            double each = bytes.applyAsDouble(process);
            long cpu = micros(process);
            long own = clients.cpuMicros();
            publisher.run(new Schedule(PER_SECOND, 0, pace.turnSeconds()), System.nanoTime());
            List<Published> published = publisher.all();
            Deliveries.await(clients, published, pace.clients());
            double count = Math.max(1, clients.deliveries());
            double cpuEach = (micros(process) - cpu) / count;
            double ownEach = (clients.cpuMicros() - own) / count;
            Heard heard = clients.end();
            Turn turn = new Turn(
                    cpuEach,
                    ownEach,
                    each,
                    (long) count,
                    Math.abs(Deliveries.expected(published, pace.clients()) - (long) count),
                    heard.calm());
            progress.line("%-8s %6.1f µs a delivery, %5.1f kB a client, p99 %.1f ms"
                    .formatted(name, cpuEach, each / 1000, turn.latency().p99Millis()));
            return turn;
        }
    }

    private static long micros(ProcessHandle process) {
        return CpuTimes.of(Map.of("server", process.pid())).getOrDefault("server", 0L);
    }
}
