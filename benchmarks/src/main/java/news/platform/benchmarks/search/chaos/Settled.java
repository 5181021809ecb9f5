package news.platform.benchmarks.search.chaos;

import java.time.Duration;
import java.util.List;
import news.platform.benchmarks.measure.Rows;
import news.platform.benchmarks.search.IndexManagement;
import news.platform.benchmarks.search.IndexManagement.Inventory;
import news.platform.benchmarks.search.Ingestion;
import news.platform.benchmarks.search.Seeker;
import news.platform.local.console.Progress;
import news.platform.local.process.Pause;
import news.platform.local.up.RunningPlatform;

/** What the index holds when nothing is on its way to it any more, and what one holds that is made anew then. */
final class Settled {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration REBUILDING = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofSeconds(3);
    /** So often it has to be the same. */
    private static final int GLANCES = 4;

    private static final List<String> OWNERS = List.of("content", "livenews");

    private final RunningPlatform platform;
    private final IndexManagement index;
    private final Seeker seeker;
    private final Progress progress;

    Settled(RunningPlatform platform, IndexManagement index, Seeker seeker, Progress progress) {
        this.platform = platform;
        this.index = index;
        this.seeker = seeker;
        this.progress = progress;
    }

    /** Waits until it has settled, and compares. One more article is published, which has to be found before. */
    ChaosRun.Indexed compared(Ingestion ingestion) {
        var last = ingestion.publishOne();
        Seeker.awaitFor(PATIENCE, () -> seeker.place(last, last) > 0, "\"" + last + "\" is not found");
        var left = index.inventory();
        int same = 1;
        for (long end = System.nanoTime() + PATIENCE.toNanos(); same < GLANCES && System.nanoTime() < end; ) {
            Pause.of(GLANCE);
            var now = index.inventory();
            same = now.equals(left) && waiting() == 0 ? same + 1 : 1;
            left = now;
        }
        return new ChaosRun.Indexed(left, anew(), same == GLANCES);
    }

    private Inventory anew() {
        progress.line("making the index anew, to compare");
        index.renew();
        Seeker.awaitFor(REBUILDING, () -> !index.isBuilding(), "The index is not made");
        return index.inventory();
    }

    /** Events that owners have not sent yet. */
    private long waiting() {
        return OWNERS.stream()
                .mapToLong(owner -> Rows.of(
                                platform,
                                owner,
                                "select count(*) as events from platform.outbox where ? is not null",
                                OWNERS,
                                row -> row.getLong("events"))
                        .getFirst())
                .sum();
    }
}
