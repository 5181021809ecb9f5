package news.platform.notification.reading;

import java.time.Instant;
import java.util.List;
import news.platform.messaging.Outbox;
import news.platform.notification.story.Story;
import news.platform.notification.v1.NotificationsCreated;
import news.platform.notification.v1.NotificationsRead;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Tells every replica who was told what and who has read it, through the outbox of the current transaction. */
@Component
public final class NotificationEvents {
    private final Outbox outbox;

    NotificationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** These users were told of the story; {@code group}: which group of the story they are, from 1. */
    public void created(Story story, long group, List<String> userIds, Instant now) {
        outbox.publish(NotificationsCreated.newBuilder()
                .setStoryId(story.id())
                .setVersion(group)
                .setNotification(NotificationProtos.message(story, now))
                .addAllUserIds(userIds)
                .build());
    }

    void read(String userId, long version, String upTo, Instant now) {
        var event = NotificationsRead.newBuilder().setUserId(userId).setVersion(version);
        event.getNotificationBuilder().setId(upTo).setReadTime(Timestamps.of(now));
        outbox.publish(event.build());
    }
}
