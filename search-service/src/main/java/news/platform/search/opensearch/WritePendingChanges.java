package news.platform.search.opensearch;

import java.time.Duration;
import java.util.Optional;
import news.platform.search.opensearch.PendingChanges.Pending;

/** Has the index follow what happened, many at a time. Two replicas that do the same do no harm: late versions change nothing. */
final class WritePendingChanges {
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PendingChanges pending;
    private final OpenSearchCatalogue catalogue;

    WritePendingChanges(PendingChanges pending, OpenSearchCatalogue catalogue) {
        this.pending = pending;
        this.catalogue = catalogue;
    }

    /** A batch. Returns for how long to wait then. */
    Duration step() {
        var batch = pending.oldest(BATCH);
        if (!batch.isEmpty()) {
            catalogue.change(
                    batch.stream().map(Pending::item).flatMap(Optional::stream).toList(),
                    batch.stream()
                            .filter(change -> change.item().isEmpty())
                            .map(Pending::gone)
                            .toList());
            pending.remove(batch);
        }
        return batch.size() < BATCH ? PAUSE : Duration.ZERO;
    }
}
