package news.platform.benchmarks.slow;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run as text. */
final class SlowReport {
    private static final double MEGABYTE = 1e6;

    private static final String TEXT = """
            # %d slow clients beside readers

            %s- the slow ones connect within two seconds, from many addresses of this machine, and have %d s: one in ten says
              nothing, the others send one byte a second, half of their head, half of their body
            - readers: open loop, 500/s of one cached article, 20/s of a list under keys never asked for, before (quiet) and beside
            - everything on this one machine; limits on (scaled), metrics and tracing on

            | reads | | requests/s | p50 ms | p99 ms | max ms | failures | generator held up, ms |
            |---|---|--:|--:|--:|--:|--:|--:|
            """;

    private SlowReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, SlowRun run) {
        return ResultFiles.write(home, "slow.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, SlowRun run) {
        StringBuilder text = new StringBuilder(
                TEXT.formatted(run.clients().clients() + run.clients().refused(), machine, run.seconds()));
        text.append(row("cached", "quiet", run.quiet().cached()))
                .append(row("cached", "beside", run.slow().cached()))
                .append(row("uncached", "quiet", run.quiet().uncached()))
                .append(row("uncached", "beside", run.slow().uncached()))
                .append(
                        "\n| slow clients | of | cut off | after s: first, median, last | with status |\n|---|--:|--:|---|---|\n");
        run.clients().rows().forEach(row -> text.append(row(row)));
        return text.append(memory(run.memory()))
                .append('\n')
                .append(verdict(run))
                .append('\n')
                .toString();
    }

    private static String row(String reads, String when, Tail tail) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f | %.2f | %.1f | %d | %.1f |%n",
                reads,
                when,
                tail.rate(),
                tail.p50Millis(),
                tail.p99Millis(),
                tail.maxMillis(),
                tail.failures(),
                tail.heldUpMillis());
    }

    private static String row(SlowOutcome.Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s |%n",
                row.kind().words(),
                row.clients(),
                row.cut(),
                row.cut() == 0
                        ? "–"
                        : String.format(
                                Locale.ROOT,
                                "%.1f, %.1f, %.1f",
                                row.shortest().toMillis() / 1000.0,
                                row.median().toMillis() / 1000.0,
                                row.longest().toMillis() / 1000.0),
                row.statuses().entrySet().stream().map(SlowReport::status).collect(Collectors.joining(", ")));
    }

    private static String status(Map.Entry<Integer, Integer> entry) {
        return entry.getValue() + " × " + (entry.getKey() == 0 ? "none" : entry.getKey());
    }

    private static String memory(SlowRun.MemoryUse memory) {
        return String.format(
                Locale.ROOT,
                """

                | gateway, MB | before | beside | after |
                |---|--:|--:|--:|
                | resident (beside: the most) | %.0f | %.0f | %.0f |
                | live heap (after a full collection) | %.1f | %.1f | %.1f |
                """,
                memory.residentBefore() / MEGABYTE,
                memory.residentPeak() / MEGABYTE,
                memory.residentAfter() / MEGABYTE,
                memory.liveBefore() / MEGABYTE,
                memory.liveDuring() / MEGABYTE,
                memory.liveAfter() / MEGABYTE);
    }

    /** In one line. */
    static String verdict(SlowRun run) {
        List<String> complaints = run.complaints();
        return complaints.isEmpty()
                ? "**Verdict: unharmed.** Readers did not notice, every slow client was cut off, memory stayed bounded."
                : "**Verdict: harmed.** " + String.join("; ", complaints) + ".";
    }
}
