package news.platform.benchmarks.search.chaos;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run of kills as text. */
final class ChaosReport {
    private static final String TEXT = """
            # Search and rankings killed while articles change

            %s- seed %d; 20 articles a second are published, %d were corrected or recalled
            - readers: open loop, 500/s of one cached article, 20/s of a list under keys never asked for

            | killed | ready again after s | told |
            |---|--:|---|
            %s

            %d articles stood in the end, %d publications failed. The index held %d articles and lives, digest %s…; made anew it holds %d,
            digest %s…. Readers made %d requests, %d failed, the worst p99 of five seconds was %.1f ms.

            %s
            """;

    private ChaosReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, ChaosRun run) {
        return ResultFiles.write(home, "search-chaos.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, ChaosRun run) {
        var strikes = run.strikes().stream()
                .map(strike -> String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %s |",
                        strike.part(),
                        strike.downSeconds(),
                        strike.told() ? "yes" : "no"))
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                TEXT,
                machine,
                run.seed(),
                run.flow().changed(),
                strikes,
                run.flow().published(),
                run.flow().refused(),
                run.left().items(),
                run.left().digest().substring(0, 12),
                run.anew().items(),
                run.anew().digest().substring(0, 12),
                run.reads(),
                run.readFailures(),
                run.worstMillis(),
                verdict(run));
    }

    /** In one line. */
    static String verdict(ChaosRun run) {
        return run.complaints().isEmpty()
                ? "**Verdict: unharmed.** The index holds what one made anew holds, and readers of articles did not notice."
                : "**Verdict: harmed.** " + String.join("; ", run.complaints()) + ".";
    }
}
