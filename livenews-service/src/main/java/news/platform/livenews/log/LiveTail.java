package news.platform.livenews.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import news.platform.work.Rounds;
import org.springframework.stereotype.Component;

/**
 * Reads the log behind its own last position, in every replica: at once when the database notifies, after the poll interval in
 * case it did not, and with the pauses of a {@link news.platform.work.Round} while the database is away.
 */
@Component
final class LiveTail {
    private static final int PAGE = 500;

    private final LiveLog log;
    private final LogNotifications notifications;
    private final LogEvents events;
    private final Duration poll;
    private final AtomicLong last;

    LiveTail(LiveLog log, LogNotifications notifications, LogEvents events, LogProperties properties, Rounds rounds) {
        this.log = log;
        this.notifications = notifications;
        this.events = events;
        this.poll = properties.poll();
        // now, before anybody can subscribe: what such a one has not read itself is told by this
        this.last = new AtomicLong(log.end());
        rounds.paced("live-log", this::follow);
    }

    /** One page; then it waits for more. */
    private Duration follow() {
        var page = log.after(last.get(), PAGE);
        for (var logged : page) {
            events.publish(logged);
            last.set(logged.sequence());
        }
        if (page.size() < PAGE) {
            notifications.await(poll);
        }
        return Duration.ZERO;
    }
}
