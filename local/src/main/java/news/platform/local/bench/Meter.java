package news.platform.local.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.platform.local.edge.Edge;
import news.platform.local.load.OpenLoop;
import news.platform.local.load.Scenario;
import news.platform.local.load.Shot;
import news.platform.local.load.Tail;
import news.platform.local.load.Wrk;
import news.platform.local.process.Progress;

/** Measures one scenario: warms it up, has gateway and nginx take turns, then the open loop. */
final class Meter {
    private static final double AGREE = 0.05;
    private static final int AGREEING_WINDOWS = 3;

    private final Platform platform;
    private final Optional<Nginx> nginx;
    private final Wrk wrk;
    private final Pace pace;
    private final Edge metrics;
    private final Progress progress;

    Meter(Platform platform, Optional<Nginx> nginx, Wrk wrk, Pace pace, Edge metrics, Progress progress) {
        this.platform = platform;
        this.nginx = nginx;
        this.wrk = wrk;
        this.pace = pace;
        this.metrics = metrics;
        this.progress = progress;
    }

    /** @param nginxScenario the same request with what nginx needs, such as its own entity tag */
    Result measure(Scenario scenario, Scenario nginxScenario, int bytes) {
        List<Double> windows = warm(scenario);
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
                scenario,
                bytes,
                agree(windows),
                windows.size() * pace.windowSeconds(),
                median.shot(),
                other,
                median.cpuMicros(),
                median.allocated(),
                open,
                openNginx);
        progress.line(String.format(
                java.util.Locale.ROOT,
                "%-28s %8.0f/s  nginx %8.0f/s  ratio %.2f%s%s",
                scenario.name(),
                median.shot().rate(),
                other.rate(),
                result.ratio(),
                result.warm() ? "" : "  (not steady when counting began)",
                median.shot().failures() == 0 ? "" : "  " + median.shot().failures() + " FAILURES"));
        return result;
    }

    /** Loads it until three windows agree, or for as long as it may take. */
    private List<Double> warm(Scenario scenario) {
        List<Double> rates = new ArrayList<>();
        while (rates.size() < pace.warmWindows()
                && !agree(rates)
                && progress.elapsed().compareTo(pace.limit()) < 0) {
            rates.add(wrk.run(platform.port(), scenario, pace.windowSeconds()).rate());
        }
        return rates;
    }

    static boolean agree(List<Double> rates) {
        if (rates.size() < AGREEING_WINDOWS) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - AGREEING_WINDOWS, rates.size());
        double min = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double max = last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return max - min <= AGREE * max;
    }

    private Round round(Scenario scenario) {
        Map<String, Long> processes = platform.processes();
        double allocatedBefore = allocated();
        Map<String, Long> before = CpuTimes.of(processes);
        Shot shot = wrk.run(platform.port(), scenario, pace.shotSeconds());
        Map<String, Long> after = CpuTimes.of(processes);
        double requests = Math.max(1, shot.requests());
        Map<String, Double> micros = new LinkedHashMap<>();
        after.forEach((name, time) -> micros.put(name, (time - before.getOrDefault(name, 0L)) / requests));
        return new Round(shot, micros, (allocated() - allocatedBefore) / requests);
    }

    private double allocated() {
        return metrics.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** One turn of the gateway. */
    private record Round(Shot shot, Map<String, Double> cpuMicros, double allocated) {}
}
