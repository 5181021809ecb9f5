package news.platform.notification.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import news.platform.notification.story.Story;
import news.platform.notification.v1.Notification;
import news.platform.notification.v1.NotificationsCreated;
import news.platform.notification.v1.NotificationsRead;
import news.platform.notification.v1.StreamNotificationsResponse;
import news.platform.proto.Timestamps;

/** What users were told, as the contract has it. */
final class NotificationProtos {
    private static final String CREATED = "notification.created";
    private static final String READ = "notification.read";

    private NotificationProtos() {}

    static Notification message(Told told) {
        var message = Notification.newBuilder()
                .setId(told.id())
                .setKind(told.kind().word())
                .setTitle(told.title())
                .setBody(told.body())
                .setLink(told.link())
                .setCreateTime(Timestamps.of(told.createTime()));
        told.readTime().map(Timestamps::of).ifPresent(message::setReadTime);
        return message.build();
    }

    static Notification message(Story story, Instant now) {
        return message(
                new Told(story.id(), story.kind(), story.title(), story.body(), story.link(), now, Optional.empty()));
    }

    /** One for each user. */
    static Stream<StreamNotificationsResponse> events(NotificationsCreated created) {
        return created.getUserIdsList().stream().map(userId -> event(userId, CREATED, created.getNotification()));
    }

    static StreamNotificationsResponse event(NotificationsRead read) {
        return event(read.getUserId(), READ, read.getNotification());
    }

    private static StreamNotificationsResponse event(String userId, String event, Notification notification) {
        return StreamNotificationsResponse.newBuilder()
                .setUserId(userId)
                .setEvent(event)
                .setNotification(notification)
                .build();
    }
}
