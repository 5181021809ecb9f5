package news.platform.benchmarks.search.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.platform.benchmarks.load.Tail;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.local.file.Home;

/** A run under load as text. */
final class LoadReport {
    private static final String TEXT = """
            # Searching while articles are published

            %s- engine: %s
            - %d %s were there; %d articles a second are pushed as a wire service does, in lists of %d ninjs items
            - searches: 5,000 different ones of one to three words or two to four characters of headlines, through the edge with its
              cache of a second; %d/s in the open loop, %d connections in the closed one, for %d s each
            - suggestions: %d/s beside the open loop, and again when nothing else is asked (quiet)
            - publish → found: from the pushing of a list until a search that no cache answers has the article, looked for ten times a second
            - compilers: %s; each kind of question is asked for %d s before anything counts
            - everything on this one machine: %s of a core during the open loop; limits on (scaled), metrics and tracing on

            | | per s | p50 ms | p99 ms | max ms | failures |
            |---|--:|--:|--:|--:|--:|
            """;

    private LoadReport() {}

    /** Writes the file. Returns its path. */
    static Path write(Home home, LoadRun run) {
        var name = run.openSearch().isEmpty() ? "search-load.md" : "search-load-opensearch.md";
        return ResultFiles.write(home, name, text(Machine.lines(Machine.facts(home)), run));
    }

    static String text(String machine, LoadRun run) {
        var cores = run.cores().entrySet().stream()
                .filter(entry -> entry.getValue() >= 0.01)
                .map(entry -> format("%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        var closed = run.closed().searches();
        return format(
                        TEXT,
                        machine,
                        run.openSearch().isEmpty()
                                ? "Lucene, in search-service"
                                : "OpenSearch, one node on the same machine, whose processor and memory are in no figure but the latencies",
                        run.items(),
                        run.openSearch().isEmpty() ? "articles and lives" : "documents",
                        LoadRun.ARTICLES,
                        FeedIngestion.LIST,
                        LoadRun.SEARCHES,
                        LoadRun.CONNECTIONS,
                        run.pace().seconds(),
                        LoadRun.SUGGESTIONS,
                        run.pace().deployed() ? "as deployed, in every service" : "as ./news up has them",
                        run.pace().warmUpSeconds(),
                        cores)
                + row("search, open loop", run.open().searches())
                + run.lower().stream().map(LoadReport::step).collect(Collectors.joining())
                + format(
                        "| search, closed loop | %.0f | %.1f | %.1f | | %d |%n",
                        closed.rate(), closed.p50Millis(), closed.p99Millis(), closed.failures())
                + row("suggest, beside", run.open().suggestions())
                + row("suggest, quiet", run.quiet())
                + row("publish → found, open loop", run.open().found())
                + row("publish → found, closed loop", run.closed().found())
                + format(
                        "%n%d articles were published, %d not found, %d publications failed; %d looks for them were refused.%n"
                                + "search-service: resident %.0f MB before, %.0f MB after; live heap %.1f MB, %.1f MB.%n%n",
                        run.flow().published(),
                        run.flow().missing(),
                        run.flow().refused(),
                        run.flow().refusedLooks(),
                        run.before().residentBytes() / 1e6,
                        run.after().residentBytes() / 1e6,
                        run.before().liveBytes() / 1e6,
                        run.after().liveBytes() / 1e6)
                + verdict(run.complaints())
                + "\n";
    }

    private static String step(LoadRun.Open open) {
        return row("search, open loop, " + open.rate() + " asked for", open.searches())
                + row("publish → found beside " + open.rate(), open.found());
    }

    private static String row(String what, Tail tail) {
        return format(
                "| %s | %.0f | %.1f | %.1f | %.1f | %d |%n",
                what, tail.rate(), tail.p50Millis(), tail.p99Millis(), tail.maxMillis(), tail.failures());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** In one line. */
    static String verdict(List<String> complaints) {
        return complaints.isEmpty()
                ? "**Verdict: good.** Everything was found, in time."
                : "**Verdict: bad.** " + String.join("; ", complaints) + ".";
    }
}
