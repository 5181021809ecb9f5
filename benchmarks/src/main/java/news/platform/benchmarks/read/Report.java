package news.platform.benchmarks.read;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.platform.benchmarks.load.Scenario;
import news.platform.benchmarks.load.Shot;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.measure.Sample;
import news.platform.local.file.Home;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results as a table for people and as JSON, with the machine and the commit they belong to. */
final class Report {
    private static final String ABOUT = """
            # Reads through the gateway, beside nginx

            %s- article: %d bytes, the free one among the newest 100 that is nearest to 2 KB; list: %d bytes; feed: %d bytes
            - closed loop: wrk, 1 thread, 64 connections, %d rounds of %d s taking turns with nginx, the median counts
            - open loop: one thread, 64 connections, exponential gaps, half of the closed loop's rate, after 3 s uncounted;
              latency from the time at which a request was due; the generator itself was held up for at most %s ms
            - everything on this one machine, load generator and nginx included; limits on (scaled), metrics and tracing on
            - took %d s

            """;
    private static final String HEADER = """
            | path | bytes | requests/s | p50 ms | p99 ms | nginx requests/s | ratio | aim | CPU µs gateway | content + user | postgres | others | allocated B | open loop p50 / p99 / p99.9 / max ms | nginx | steady |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    private final Home home;
    private final Pace pace;
    private final Duration took;

    Report(Home home, Pace pace, Duration took) {
        this.home = home;
        this.pace = pace;
        this.took = took;
    }

    /** Writes both files. Returns the path of the table. */
    Path write(Sample sample, List<Result> results) {
        Map<String, String> machine = Machine.facts(home);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("pace", pace.toString());
        all.put("results", results.stream().map(Report::withoutToken).toList());
        ResultFiles.write(home, "read.json", json.writeValueAsString(all) + "\n");
        return ResultFiles.write(home, "read.md", table(machine, sample, results));
    }

    private static Result withoutToken(Result result) {
        Scenario scenario = result.scenario();
        List<String> headers = scenario.headers().stream()
                .map(header -> header.startsWith("Authorization") ? "Authorization: Bearer …" : header)
                .toList();
        return new Result(
                scenario.with(headers),
                result.bytes(),
                result.steady(),
                result.gateway(),
                result.nginx(),
                result.cpuMicros(),
                result.allocatedBytes(),
                result.open(),
                result.openNginx());
    }

    private String table(Map<String, String> machine, Sample sample, List<Result> results) {
        String about = ABOUT.formatted(
                Machine.lines(machine),
                sample.article().length,
                sample.list().length,
                sample.feed().bytes().length,
                pace.rounds(),
                pace.shotSeconds(),
                longestHold(results),
                took.toSeconds());
        StringBuilder text = new StringBuilder(about).append(HEADER);
        results.forEach(result -> text.append(row(result)).append('\n'));
        return text.toString();
    }

    private static String longestHold(List<Result> results) {
        double millis = results.stream()
                .flatMap(result -> Stream.of(result.open(), result.openNginx()))
                .mapToDouble(Tail::heldUpMillis)
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String row(Result result) {
        Shot shot = result.gateway();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %.0f | %.2f | %s | %.1f | %.1f | %.1f | %.1f | %.0f | %s | %s | %s |",
                result.scenario().name(),
                result.bytes(),
                shot.rate(),
                shot.p50Millis(),
                shot.p99Millis(),
                result.nginx().rate(),
                result.ratio(),
                result.scenario().aim() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", result.scenario().aim()),
                result.cpuOf("gateway"),
                result.cpuOf("content", "user"),
                result.cpuOf("postgres"),
                result.cpuOfAllBut("gateway", "content", "user", "postgres"),
                result.allocatedBytes(),
                tail(result.open()),
                tail(result.openNginx()),
                steady(result));
    }

    private static String tail(Tail tail) {
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f / %.2f / %.1f",
                tail.p50Millis(),
                tail.p99Millis(),
                tail.p999Millis(),
                tail.maxMillis());
    }

    private static String steady(Result result) {
        String words = (result.steady().reached() ? "" : "no, ") + "after "
                + result.steady().seconds() + " s";
        long failures = result.gateway().failures() + result.open().failures();
        return failures == 0 ? words : words + "; " + failures + " failures";
    }
}
