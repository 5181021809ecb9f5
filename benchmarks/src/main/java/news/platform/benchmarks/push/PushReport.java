package news.platform.benchmarks.push;

import java.nio.file.Path;
import java.util.Locale;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.push.PushRun.Fanout;
import news.platform.local.file.Home;

/** A run as text. */
final class PushReport {
    private static final String TEXT = """
            # One breaking live to %d devices, seed %d

            %s- a live of the highest importance is published through the editors' API; one device a user, the file provider
            - undisturbed: nothing else happens; with kills: notification-service is killed (`kill -9`) twice and the broker once
            - seconds: from the answer of its publication until the last push has ended

            | | seconds | in lists | devices pushed to | again |
            |---|--:|--:|--:|--:|
            """;

    private PushReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, PushRun run) {
        return ResultFiles.write(home, "push.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, PushRun run) {
        return TEXT.formatted(run.devices(), run.seed(), machine)
                + row("undisturbed", run.calm())
                + row("with kills", run.disturbed())
                + "\n" + verdict(run) + "\n";
    }

    private static String row(String name, Fanout fanout) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %d | %d |%n",
                name,
                fanout.seconds(),
                fanout.notified(),
                fanout.sent(),
                fanout.repeated());
    }

    /** As progress. */
    static String line(Fanout fanout) {
        return String.format(
                Locale.ROOT,
                "%d kills: %.1f s, %d in lists, %d devices pushed to, %d again",
                fanout.kills(),
                fanout.seconds(),
                fanout.notified(),
                fanout.sent(),
                fanout.repeated());
    }

    /** In one line. */
    static String verdict(PushRun run) {
        return run.complaints().isEmpty()
                ? "**Verdict: unharmed.** Everybody was told, no device twice."
                : "**Verdict: harmed.** " + String.join("; ", run.complaints()) + ".";
    }
}
