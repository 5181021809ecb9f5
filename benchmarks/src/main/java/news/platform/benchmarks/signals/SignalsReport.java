package news.platform.benchmarks.signals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run as text. */
final class SignalsReport {
    private static final String TEXT = """
            # Signals through edge, topic and batch handler

            %s- closed loop: wrk, 1 thread, 64 connections; a read and a signal took turns, %d of %d s each, the median counts
            - the load: signals for %d s; the service that takes them was killed (kill -9) and started after a quarter, killed
              after three quarters and started when the load was over
            - everything on this one machine, load generator, broker, database and service included; limits on (scaled), metrics and tracing on

            | | requests/s | p50 ms | p99 ms | failures | CPU µs gateway | all of the platform |
            |---|--:|--:|--:|--:|--:|--:|
            """;

    private SignalsReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, SignalsPace pace, SignalsRun run) {
        return ResultFiles.write(home, "signals.md", text(Machine.lines(Machine.facts(home)), pace, run));
    }

    static String text(String machine, SignalsPace pace, SignalsRun run) {
        SignalsRun.Flow flow = run.flow();
        return TEXT.formatted(machine, pace.rounds(), pace.shotSeconds(), pace.seconds())
                + row("cached article", run.read())
                + row("signal", run.signal())
                + row("signals, the load", run.load())
                + String.format(
                        Locale.ROOT,
                        """

                        A signal costs the edge %.2f hot reads.

                        | signals | |
                        |---|--:|
                        | answered | %d |
                        | sent | %d |
                        | dropped | %d |
                        | held by the topic | %d |
                        | counted in the database | %d |
                        | taken a second, alone, while catching up | %.0f |

                        """,
                        run.ratio(),
                        flow.answered(),
                        flow.sent(),
                        flow.dropped(),
                        flow.held(),
                        flow.counted(),
                        flow.caughtUp())
                + verdict(run)
                + "\n";
    }

    private static String row(String what, SignalsRun.Turn turn) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %d | %.1f | %.1f |%n",
                what,
                turn.shot().rate(),
                turn.shot().p50Millis(),
                turn.shot().p99Millis(),
                turn.shot().failures(),
                turn.gatewayMicros(),
                turn.allMicros());
    }

    /** In one line. */
    static String verdict(SignalsRun run) {
        List<String> complaints = run.complaints();
        return complaints.isEmpty()
                ? "**Verdict: kept.** The database has what the topic holds, and every drop was counted."
                : "**Verdict: not kept.** " + String.join("; ", complaints) + ".";
    }
}
