package news.platform.ranking.related;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seeks, a few at a time, what belongs to new and changed articles; those that belong to a new one are sought for once more. */
@Component
final class SeekRelated {
    /** Ten in half a second are enough, and leave the processor to readers. */
    private static final int FEW = 10;

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofSeconds(2);

    /** How many of those that belong to a new one hear of it. */
    private static final int CLOSEST = 6;

    private final RelatedArticles related;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeekRelated(RelatedArticles related, TransactionTemplate transaction, Clock clock, Rounds rounds) {
        this.related = related;
        this.transaction = transaction;
        this.clock = clock;
        rounds.paced("related", () -> seek() < FEW ? LATER : SOON);
    }

    private int seek() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var due = related.due(FEW);
            due.forEach(related::index);
            related.readInOrder();
            due.forEach(this::seek);
            return due.size();
        }));
    }

    private void seek(String articleId) {
        var found = related.seek(articleId);
        if (related.save(articleId, found, clock.instant())) {
            related.refresh(found.subList(0, Math.min(CLOSEST, found.size())));
        }
    }
}
