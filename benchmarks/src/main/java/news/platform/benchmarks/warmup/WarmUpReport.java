package news.platform.benchmarks.warmup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.measure.Sample;
import news.platform.local.file.Home;

/** How the gateway starts, one row for each way to start it: the median, then every run. */
final class WarmUpReport {
    private static final int SECONDS_SHOWN = 10;
    private static final String TEXT = """
            # The gateway's start, until it is ready and until it is fast

            %s- all times count from the order to start the process; %d runs of each way, taking turns, the median counts
            - load: wrk, 1 thread, 64 connections, windows of a second on a cached article of %d bytes, from readiness on;
              what is under way when a window ends is not counted
            - fast: 90 %% of the steady rate, %.0f requests/s, which is the median of the last %d of %d s of load in the first run
            - everything on this one machine, load generator included

            | start | ready after s | fast after s | p99 ms of the first 5 s | failures |
            |---|--:|--:|--:|--:|
            """;

    private final WarmUpPace pace;
    private final double steady;
    private final Map<String, List<WarmUpRun>> runs;

    /** @param runs by the name of the way to start */
    WarmUpReport(WarmUpPace pace, double steady, Map<String, List<WarmUpRun>> runs) {
        this.pace = pace;
        this.steady = steady;
        this.runs = runs;
    }

    /** Writes the file. Returns its path. */
    Path write(Home home, Sample sample) {
        return ResultFiles.write(home, "warm-up.md", text(Machine.lines(Machine.facts(home)), sample));
    }

    String text(String machine, Sample sample) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                TEXT,
                machine,
                pace.rounds(),
                sample.article().length,
                steady,
                pace.lastSeconds(),
                pace.longestSeconds()));
        runs.forEach((name, each) -> text.append(row(name, each)));
        text.append("\nRequests in each second of load, the median of the runs:\n\n| start |");
        IntStream.rangeClosed(1, SECONDS_SHOWN)
                .forEach(second -> text.append(' ').append(second).append(" |"));
        text.append("\n|---|").append("--:|".repeat(SECONDS_SHOWN)).append('\n');
        runs.forEach((name, each) -> text.append(seconds(name, each)));
        return text.toString();
    }

    private String row(String name, List<WarmUpRun> each) {
        return "| %s | %s | %s | %s | %d |\n"
                .formatted(
                        name,
                        cell(each, WarmUpRun::readySeconds),
                        cell(each, run -> run.fastSeconds(steady)),
                        cell(each, WarmUpRun::firstP99Millis),
                        each.stream().mapToLong(WarmUpRun::failures).sum());
    }

    private static String cell(List<WarmUpRun> each, ToDoubleFunction<WarmUpRun> value) {
        List<Double> values = each.stream().map(value::applyAsDouble).toList();
        return "**" + number(WarmUpRun.median(values)) + "** ("
                + values.stream().map(WarmUpReport::number).collect(Collectors.joining(", ")) + ")";
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String seconds(String name, List<WarmUpRun> each) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        for (int i = 0; i < SECONDS_SHOWN; i++) {
            int second = i;
            List<Double> rates = each.stream()
                    .filter(run -> run.windows().size() > second)
                    .map(run -> run.windows().get(second).rate())
                    .toList();
            row.append(rates.isEmpty() ? "  |" : String.format(Locale.ROOT, " %.0f |", WarmUpRun.median(rates)));
        }
        return row.append('\n').toString();
    }
}
