package news.platform.user.mark;

import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the bookmarks of what changed and tells the others, in one replica at a time. */
@Component
final class PublishBookmarkCounts implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PublishBookmarkCounts.class);
    private static final int BATCH = 500;

    private final BookmarkCounts counts;
    private final MarkEvents events;
    private final MarkProperties properties;
    private final TransactionTemplate transaction;

    PublishBookmarkCounts(
            BookmarkCounts counts, MarkEvents events, MarkProperties properties, TransactionTemplate transaction) {
        this.counts = counts;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::run, properties.countInterval(), Duration.ZERO));
    }

    void run() {
        try {
            while (batch() == BATCH) {
                log.debug("more targets to count");
            }
        } catch (DataAccessException e) {
            log.warn("bookmarks not counted, next round will: {}", e.getMessage());
        }
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
