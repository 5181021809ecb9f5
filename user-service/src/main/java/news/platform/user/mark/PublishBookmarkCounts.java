package news.platform.user.mark;

import java.util.Objects;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the bookmarks of what changed and tells the others, in one replica at a time. */
@Component
final class PublishBookmarkCounts {
    private static final int BATCH = 500;

    private final BookmarkCounts counts;
    private final MarkEvents events;
    private final TransactionTemplate transaction;

    PublishBookmarkCounts(
            BookmarkCounts counts,
            MarkEvents events,
            MarkProperties properties,
            TransactionTemplate transaction,
            Rounds rounds) {
        this.counts = counts;
        this.events = events;
        this.transaction = transaction;
        rounds.every("bookmark-counts", properties.countInterval(), this::run);
    }

    void run() {
        int counted;
        do {
            counted = batch();
        } while (counted == BATCH);
    }

    private int batch() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!counts.lock()) {
                return 0;
            }
            var counted = counts.count(BATCH);
            counted.forEach(events::counted);
            return counted.size();
        }));
    }
}
