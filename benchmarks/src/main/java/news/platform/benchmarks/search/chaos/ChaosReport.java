package news.platform.benchmarks.search.chaos;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run of kills as text. */
final class ChaosReport {
    private static final int DIGEST = 12;
    private static final String TEXT = """
            # Search and rankings killed while articles and lives change

            %s- seed %d; 20 articles a second are published; beside them %d lives were, and %d articles and lives were corrected, %d recalled
            - parts were killed (`kill -9`) at random moments and started again
            - readers, while search and ranking alone are killed: open loop, 500/s of one cached article, 20/s of a list under keys
              never asked for
            - viewers: 100 views a second, each of another reader

            | killed | at s | ready again after s |
            |---|--:|--:|
            %s

            %d articles stood in the end, %d publications failed. Readers made %d requests, %d failed, the worst p99 of five seconds was %.1f ms.

            | index | articles and lives | digest |
            |---|--:|---|
            | in the end | %d | %s… |
            | made anew | %d | %s… |

            | views | |
            |---|--:|
            | answered | %d |
            | not answered | %d |
            | held by the topic | %d |
            | counted | %d |
            | lost, at least | %d |
            | counted as dropped by the edge | %d |
            | taken within a second before the edge was killed | %d |

            %s%s
            """;

    private ChaosReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, ChaosRun run) {
        return ResultFiles.write(
                home, "search-chaos-" + run.seed() + ".md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, ChaosRun run) {
        var changes = run.flow().changes();
        var index = run.index();
        var views = run.views();
        return String.format(
                Locale.ROOT,
                TEXT,
                machine,
                run.seed(),
                changes.lives(),
                changes.corrected(),
                changes.recalled(),
                strikes(run),
                run.flow().published(),
                run.flow().refused(),
                run.reads(),
                run.readFailures(),
                run.worstMillis(),
                index.left().items(),
                index.left().digest().substring(0, DIGEST),
                index.anew().items(),
                index.anew().digest().substring(0, DIGEST),
                views.answered(),
                views.unanswered(),
                views.held(),
                views.counted(),
                views.lost(),
                views.dropped(),
                views.doubtful(),
                refusals(changes),
                verdict(run));
    }

    private static String strikes(ChaosRun run) {
        return run.strikes().stream()
                .map(strike -> String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.1f |",
                        strike.part(),
                        strike.afterSeconds(),
                        strike.downSeconds()))
                .collect(Collectors.joining("\n"));
    }

    private static String refusals(ChaosRun.Changes changes) {
        var refused = changes.refusals().entrySet().stream()
                .map(refusal -> "- " + refusal.getValue() + " × " + refusal.getKey() + "\n")
                .collect(Collectors.joining());
        return refused.isEmpty() ? "" : "Changes that were refused:\n\n" + refused + "\n";
    }

    /** In one line. */
    static String verdict(ChaosRun run) {
        return run.complaints().isEmpty()
                ? "**Verdict: unharmed.** The index holds what one made anew holds, rankings have counted what the topic holds, and readers"
                        + " of articles did not notice."
                : "**Verdict: harmed.** " + String.join("; ", run.complaints()) + ".";
    }
}
