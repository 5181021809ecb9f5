package news.platform.benchmarks.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.publish.Audit;
import news.platform.local.file.Home;

/** A run as text. */
final class LiveReport {
    private static final String TEXT = """
            # Live news to %d clients

            %s- clients share six filters that have no live in common; published through the editors' API: 2 lives a second for
              %d s, and in the middle of each half minute 20 more in one second
            - latency counts from the live's publishTime, which is before its commit, until its client has read it
            - compilers: as ./news up has them, of the gateway and content-service after %d s of lists under new keys, as many as are answered
            - readers: open loop, 500/s of one cached article, 50/s of a list under keys never asked for, before (quiet) and beside,
              there outside the seconds of the bursts
            - everything on this one machine, clients included: %s of a core at the time; limits on (scaled), metrics and tracing on

            %d versions of lives, %d events to clients, of which %d were missed, %d came again, %d came behind a later one and %d
            were not asked for; %d call%s filled the gateway's stream.

            | published | events | p50 ms | p99 ms | max ms |
            |---|--:|--:|--:|--:|
            """;

    private static final String READS = """

            | reads | | requests/s | p50 ms | p99 ms | max ms | failures | generator held up, ms |
            |---|---|--:|--:|--:|--:|--:|--:|
            """;

    private static final String TURNS = """

            In turns, %d of %d s with 10 events a second to a sixth of the clients each, the same bytes, nothing beside, the median:

            | | CPU µs a delivery | kB a client | p50 ms | p99 ms |
            |---|--:|--:|--:|--:|
            """;

    private LiveReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, LiveRun run) {
        return ResultFiles.write(home, "live.md", text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, LiveRun run) {
        Audit audit = run.audit();
        StringBuilder text = new StringBuilder(TEXT.formatted(
                run.pace().clients(),
                machine,
                run.pace().seconds(),
                run.pace().warmUpSeconds(),
                cores(run),
                audit.lives(),
                audit.deliveries(),
                audit.missed(),
                audit.repeated(),
                audit.disordered(),
                audit.foreign(),
                run.upstreams(),
                run.upstreams() == 1 ? "" : "s"));
        text.append(row("outside the bursts", run.heard().calm()))
                .append(row("in a burst", run.heard().burst()))
                .append(READS)
                .append(row("cached", "quiet", run.quiet().cached()))
                .append(row("cached", "beside", run.beside().cached()))
                .append(row("uncached", "quiet", run.quiet().uncached()))
                .append(row("uncached", "beside", run.beside().uncached()));
        run.turns().ifPresent(pair -> text.append(
                        TURNS.formatted(run.pace().rounds(), run.pace().turnSeconds()))
                .append(row("gateway", pair.gateway()))
                .append(row("nginx with Nchan", pair.nginx()))
                .append(format("| ratio | %.2f | %.2f | | |%n", run.cpuRatio(), run.memoryRatio())));
        return text.append(format(
                        "%nA waiting client adds %.1f kB to the gateway's live heap and %.1f kB to its process beside it; its process grew by%n"
                                + "%.1f kB, and the larger counts. %d of %d clients that take a byte a second were cut off.%n",
                        run.held().heap() / 1000,
                        run.held().beside() / 1000,
                        run.held().process() / 1000,
                        run.slow().cutOff(),
                        run.slow().clients()))
                .append('\n')
                .append(verdict(run.complaints()))
                .append('\n')
                .toString();
    }

    private static String cores(LiveRun run) {
        return run.cores().entrySet().stream()
                .map(entry -> format("%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String row(String when, Tail tail) {
        return format(
                "| %s | %d | %.1f | %.1f | %.1f |%n",
                when, tail.requests(), tail.p50Millis(), tail.p99Millis(), tail.maxMillis());
    }

    private static String row(String reads, String when, Tail tail) {
        return format(
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

    private static String row(String server, List<Turn> turns) {
        Tail latency = Turn.latency(turns);
        return format(
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                server,
                Turn.median(turns, Turn::cpuMicros),
                Turn.median(turns, Turn::bytes) / 1000,
                latency.p50Millis(),
                latency.p99Millis());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** In one line. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: unharmed.** Every client heard all that its filter lets through, once, in order and in time."
                : "**Verdict: harmed.** " + String.join("; ", complaints) + ".";
    }
}
