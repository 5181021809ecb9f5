package news.platform.calendar.account;

import news.platform.calendar.feed.Feeds;
import news.platform.calendar.reminder.Reminders;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Forgets what a deleted account was reminded of. */
@Component
final class UserDeletedHandler implements EventHandler {
    private final Reminders reminders;
    private final Feeds feeds;

    UserDeletedHandler(Reminders reminders, Feeds feeds) {
        this.reminders = reminders;
        this.feeds = feeds;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserDeleted.class, this::deleted);
    }

    private void deleted(UserDeleted event, EventContext context) {
        reminders.removeAll(event.getUserId());
        feeds.remove(event.getUserId());
    }
}
