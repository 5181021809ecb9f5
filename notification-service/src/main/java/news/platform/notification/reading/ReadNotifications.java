package news.platform.notification.reading;

import java.time.Clock;
import news.platform.error.DomainException;
import news.platform.notification.v1.NotificationReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks what a user has read, and tells the user's other clients. */
@Component
final class ReadNotifications {
    private final Notifications notifications;
    private final NotificationEvents events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReadNotifications(
            Notifications notifications, NotificationEvents events, Clock clock, TransactionTemplate transaction) {
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** This one and those before it; what came later stays unread. */
    void readUpTo(String userId, String id) {
        transaction.executeWithoutResult(_ -> {
            if (!notifications.exists(userId, id)) {
                throw new DomainException(NotificationReason.NOTIFICATION_NOT_FOUND, "no such notification");
            }
            var now = clock.instant();
            if (notifications.read(userId, id, now) > 0) {
                events.read(userId, notifications.nextReadVersion(), id, now);
            }
        });
    }
}
