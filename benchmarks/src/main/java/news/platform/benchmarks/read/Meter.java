package news.platform.benchmarks.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.platform.benchmarks.load.OpenLoop;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.load.Wrk;
import news.platform.benchmarks.measure.CpuTimes;
import news.platform.benchmarks.measure.Nginx;
import news.platform.benchmarks.measure.Vitals;
import news.platform.local.console.Progress;
import news.platform.local.edge.Edge;
import news.platform.local.up.RunningPlatform;

/** Measures one scenario: warms it up, has gateway and nginx take turns, then the open loop. */
final class Meter {
    private final RunningPlatform platform;
    private final Optional<Nginx> nginx;
    private final Wrk wrk;
    private final Pace pace;
    private final Edge metrics;
    private final Progress progress;

    Meter(RunningPlatform platform, Optional<Nginx> nginx, Wrk wrk, Pace pace, Edge metrics, Progress progress) {
        this.platform = platform;
        this.nginx = nginx;
        this.wrk = wrk;
        this.pace = pace;
        this.metrics = metrics;
        this.progress = progress;
    }

    /**
     * Measures one scenario.
     *
     * @param nginxScenario the same request with what nginx needs, such as its own entity tag
     * @param windows how long it is loaded until it is steady
     */
    Result measure(Scenario scenario, Scenario nginxScenario, int bytes, Windows windows) {
        Steady steady = Steady.await(
                scenario.name(),
                () -> wrk.run(platform.port(), scenario, pace.windowSeconds()).rate(),
                windows,
                pace,
                progress);
        List<Round> rounds = new ArrayList<>();
        List<Shot> others = new ArrayList<>();
        for (int i = 0; i < pace.rounds(); i++) {
            rounds.add(round(scenario));
            nginx.ifPresent(
                    server -> others.add(wrk.run(server.port(), nginxScenario, Math.max(2, pace.shotSeconds() - 2))));
        }
        rounds.sort(Comparator.comparingDouble(round -> round.shot().rate()));
        others.sort(Comparator.comparingDouble(Shot::rate));
        Round median = rounds.get(rounds.size() / 2);
        Shot other = others.isEmpty() ? Shot.NONE : others.get(others.size() / 2);
        double half = median.shot().rate() / 2;
        Tail open = OpenLoop.run(platform.port(), List.of(scenario), half, pace.openSeconds());
        Tail openNginx = nginx.map(
                        server -> OpenLoop.run(server.port(), List.of(nginxScenario), half, pace.openSeconds() / 2 + 1))
                .orElse(Tail.NONE);
        Result result = new Result(
                scenario, bytes, steady, median.shot(), other, median.cpuMicros(), median.allocated(), open, openNginx);
        progress.line(line(result));
        return result;
    }

    private static String line(Result result) {
        Shot shot = result.gateway();
        return String.format(
                Locale.ROOT,
                "%-28s %8.0f/s  nginx %8.0f/s  ratio %.2f%s%s",
                result.scenario().name(),
                shot.rate(),
                result.nginx().rate(),
                result.ratio(),
                result.steady().reached() ? "" : "  (not steady when counting began)",
                shot.failures() == 0 ? "" : "  " + shot.failures() + " FAILURES");
    }

    private Round round(Scenario scenario) {
        Map<String, Long> processes = platform.processes();
        double allocatedBefore = Vitals.allocated(metrics);
        Map<String, Long> before = CpuTimes.of(processes);
        Shot shot = wrk.run(platform.port(), scenario, pace.shotSeconds());
        Map<String, Long> after = CpuTimes.of(processes);
        double requests = Math.max(1, shot.requests());
        Map<String, Double> micros = new LinkedHashMap<>();
        after.forEach((name, time) -> micros.put(name, (time - before.getOrDefault(name, 0L)) / requests));
        return new Round(shot, micros, (Vitals.allocated(metrics) - allocatedBefore) / requests);
    }

    /** One turn of the gateway. */
    private record Round(Shot shot, Map<String, Double> cpuMicros, double allocated) {}
}
