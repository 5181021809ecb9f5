package news.platform.notification.account;

import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.notification.comment.LikedComments;
import news.platform.notification.device.Devices;
import news.platform.notification.purchase.Memberships;
import news.platform.notification.reading.Notifications;
import news.platform.notification.settings.StoredSettings;
import news.platform.notification.story.Stories;
import news.platform.user.v1.UserDeleted;
import org.springframework.stereotype.Component;

/** Forgets a deleted account: its devices, its settings, its comments, its memberships and what it was told. Its follows end by events of their own. */
@Component
final class UserDeletedHandler implements EventHandler {
    private final Devices devices;
    private final StoredSettings settings;
    private final LikedComments comments;
    private final Memberships memberships;
    private final Notifications notifications;
    private final Stories stories;

    UserDeletedHandler(
            Devices devices,
            StoredSettings settings,
            LikedComments comments,
            Memberships memberships,
            Notifications notifications,
            Stories stories) {
        this.devices = devices;
        this.settings = settings;
        this.comments = comments;
        this.memberships = memberships;
        this.notifications = notifications;
        this.stories = stories;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserDeleted.class, this::deleted);
    }

    private void deleted(UserDeleted event, EventContext context) {
        devices.removeAll(event.getUserId());
        settings.remove(event.getUserId());
        comments.removeAll(event.getUserId());
        memberships.remove(event.getUserId());
        notifications.removeAll(event.getUserId());
        stories.removeTo(event.getUserId());
    }
}
