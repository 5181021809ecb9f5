package news.platform.benchmarks.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.platform.benchmarks.measure.Machine;
import news.platform.benchmarks.measure.ResultFiles;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import news.platform.local.console.Complaint;
import news.platform.local.console.Progress;
import news.platform.local.file.Home;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** {@code ./news bench search --rebuild N}: the index of N articles is made anew while it is searched. */
public final class RebuildBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int HEADLINES = 300;
    private static final String TEXT = """
            # An index made anew while it is searched

            %s- %d articles made of those that were there; the index holds %d articles and lives
            - it is made anew of what content-service and livenews-service answer, over gRPC, page by page
            - meanwhile %d headlines a second that are known to be there are asked for through the edge, under keys that no cache has;
              latency counts from when each was due

            | | articles/s | s | searches | p50 ms | p99 ms | max ms | missed | failed | resident MB, most |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    private final Home home;
    private final RunningPlatform platform;
    private final int articles;
    private final Progress progress;

    public RebuildBenchmark(Home home, RunningPlatform platform, int articles, Progress progress) {
        this.home = home;
        this.platform = platform;
        this.articles = articles;
        this.progress = progress;
    }

    /** Runs it, writes the file, and complains where a search did not find what was there. */
    public void run() {
        platform.restartGateway(RunningPlatform.UNLIMITED);
        try (var seeker = new Seeker(platform);
                var index = new IndexManagement(platform)) {
            var headlines = unique(seeker.headlines(HEADLINES));
            try (var copies = new Copies(platform)) {
                progress.line("making " + articles + " articles");
                copies.make(articles);
                var first = rebuild(seeker, index, headlines);
                var before = index.inventory();
                var again = rebuild(seeker, index, headlines);
                report(List.of(first, again), before, index.inventory());
            } finally {
                progress.line("putting the index back as it was");
                rebuild(seeker, index, headlines);
            }
        } finally {
            platform.restartGateway(Map.of());
        }
    }

    /** Headlines that are there once: who asks for one of two may get the other. */
    private static List<String> unique(List<String> headlines) {
        return headlines.stream().distinct().limit(HEADLINES).toList();
    }

    private Rebuilt rebuild(Seeker seeker, IndexManagement index, List<String> headlines) {
        var known = new KnownItems(seeker, headlines);
        long begin = System.nanoTime();
        long most = 0;
        index.renew();
        while (index.isBuilding()) {
            most = Math.max(most, index.residentBytes());
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Complaint("The index is not made within " + PATIENCE.toMinutes() + " minutes.");
            }
            Pause.of(PAUSE);
        }
        var rebuilt = new Rebuilt((System.nanoTime() - begin) / 1e9, known.end(), most);
        progress.line(String.format(
                Locale.ROOT,
                "%.1f s; %d searches, %d missed, %d failed",
                rebuilt.seconds,
                rebuilt.seen.latencies().requests(),
                rebuilt.seen.missed(),
                rebuilt.seen.failed()));
        return rebuilt;
    }

    private void report(List<Rebuilt> rebuilt, Inventory before, Inventory after) {
        var text = new StringBuilder(String.format(
                Locale.ROOT, TEXT, Machine.lines(Machine.facts(home)), articles, after.items(), KnownItems.PER_SECOND));
        text.append(row("beside a small index", rebuilt.getFirst(), after.items()))
                .append(row("beside one as large", rebuilt.getLast(), after.items()));
        boolean same = before.equals(after);
        boolean good = same && rebuilt.stream().allMatch(Rebuilt::unharmed);
        text.append(same ? "\nBoth hold the same, by their digests.\n" : "\nThey do not hold the same.\n")
                .append(good ? "\n**Verdict: unharmed.**\n" : "\n**Verdict: harmed.**\n");
        Path file = ResultFiles.write(home, "search-rebuild.md", text.toString());
        progress.line("written: " + file);
        if (!good) {
            throw new Complaint("Verdict: harmed. See " + file);
        }
        progress.line("Verdict: unharmed.");
    }

    private static String row(String what, Rebuilt rebuilt, int items) {
        var latencies = rebuilt.seen.latencies();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %d | %.1f | %.1f | %.1f | %d | %d | %.0f |%n",
                what,
                items / rebuilt.seconds,
                rebuilt.seconds,
                latencies.requests(),
                latencies.p50Millis(),
                latencies.p99Millis(),
                latencies.maxMillis(),
                rebuilt.seen.missed(),
                rebuilt.seen.failed(),
                rebuilt.mostBytes / 1e6);
    }

    /** How an index was made. */
    private record Rebuilt(double seconds, KnownItems.Seen seen, long mostBytes) {
        boolean unharmed() {
            return seen.missed() == 0 && seen.failed() == 0;
        }
    }
}
