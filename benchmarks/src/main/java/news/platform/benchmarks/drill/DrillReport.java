package news.platform.benchmarks.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run as a page. */
final class DrillReport {
    private static final String HEAD = """
            # The payroll drill, seed %d

            %s
            A figure comes that nobody expected (%d for %d), and everybody wants to know. %s

            ## What happened

            | s | what |
            |--:|---|
            """;
    private static final String READERS = """

            ## What readers of articles and lives saw

            Requests are due at times fixed beforehand (open loop, all of them counted), and latency counts from then. The generator shares the
            two cores: "held up" is the longest time that it did not get to run, below which a latency tells of the machine as well.

            | phase | articles/s | failed | p50 ms | p99 ms | max ms | held up ms | lives/s | failed | p99 ms | max ms |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;
    private static final String OTHERS = """

            ## What the others saw

            - **%d who listen to the live news**: %d heard the live once, p50 %.0f ms and p99 %.0f ms after it was made; %d heard it again, %d streams broke.
            - **%d who have a device**: %d were pushed to, the first %.2f s and the last %.2f s after the figure was entered; %d were pushed to again.
            - **who looks at quotes**: %s. While market-service was away quotes were %s.
            - **who comments**: %.0f a second, answered %s, p50 %.0f ms, p99 %.0f ms.
            - **who searches**: %s. %s.

            %s
            """;

    private DrillReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, DrillRun run) {
        return ResultFiles.write(
                home, "drill-payroll-" + run.seed() + ".md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, DrillRun run) {
        String verdict = verdict(run.complaints());
        StringBuilder text = new StringBuilder(HEAD.formatted(
                run.seed(), machine, run.figure().actual(), run.figure().expected(), verdict));
        run.timeline()
                .forEach(mark ->
                        text.append(String.format(Locale.ROOT, "| %.1f | %s |%n", mark.seconds(), mark.text())));
        text.append(READERS);
        run.seen().forEach(seen -> text.append(row(seen)));
        return text.append(others(run)).toString();
    }

    private static String row(DrillRun.Seen seen) {
        Tail articles = seen.articles();
        Tail lives = seen.lives();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %d | %.1f | %.1f |%n",
                seen.phase().name(),
                articles.rate(),
                articles.failures(),
                articles.p50Millis(),
                articles.p99Millis(),
                articles.maxMillis(),
                articles.heldUpMillis(),
                lives.rate(),
                lives.failures(),
                lives.p99Millis(),
                lives.maxMillis());
    }

    private static String others(DrillRun run) {
        DrillRun.Listening listening = run.listening();
        Pushes.Fanout push = run.push();
        Tail comments = run.flood().tail();
        return String.format(
                Locale.ROOT,
                OTHERS,
                listening.listeners(),
                listening.heard(),
                listening.latency().p50Millis(),
                listening.latency().p99Millis(),
                listening.again(),
                listening.broken(),
                push.devices(),
                push.told(),
                push.firstSeconds(),
                push.lastSeconds(),
                push.again(),
                String.join("; ", run.jumps().stream().map(DrillReport::jump).toList()),
                run.quotesKept() ? "answered as they were last, marked degraded" : "not answered",
                comments.rate(),
                run.flood().statuses(),
                comments.p50Millis(),
                comments.p99Millis(),
                run.seeking(),
                run.found() < 0
                        ? "Search never found the live again"
                        : String.format(
                                Locale.ROOT, "Search found the live by itself %.1f s after its start", run.found()),
                verdict(run.complaints()));
    }

    private static String jump(Ticker.Jump jump) {
        return String.format(
                Locale.ROOT,
                "%s from %s to %s (%+.2f %%), half of it after %.2f s",
                jump.symbol(),
                jump.before().toPlainString(),
                jump.after().toPlainString(),
                jump.percent(),
                jump.seconds());
    }

    /** In one line. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: passed.** Articles and lives were there all the time, p99 below 250 ms in each phase."
                : "**Verdict: failed.** " + String.join("; ", complaints) + ".";
    }
}
