package news.platform.notification.reading;

import news.platform.grpc.stream.Fanout;
import news.platform.messaging.EventContext;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.notification.v1.NotificationsCreated;
import news.platform.notification.v1.NotificationsRead;
import news.platform.notification.v1.StreamNotificationsResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Gives the gateways that this replica serves what concerns their clients. */
@Component
final class NotificationsHandler implements ReplicaHandler {
    private final Fanout<StreamNotificationsResponse> fanout;

    NotificationsHandler(Fanout<StreamNotificationsResponse> fanout) {
        this.fanout = fanout;
    }

    /** A bean of its own, since it ends all gateways' calls when the application stops. */
    @Bean
    static Fanout<StreamNotificationsResponse> notificationsFanout(ReadingProperties properties) {
        return new Fanout<>(properties.buffer());
    }

    @Override
    public Takes takes() {
        return Takes.of(NotificationsCreated.class, this::created).and(NotificationsRead.class, this::read);
    }

    /** Whoever comes back is told how things stand. */
    @Override
    public void gap() {
        fanout.stop();
        fanout.start();
    }

    private void created(NotificationsCreated event, EventContext context) {
        NotificationProtos.events(event).forEach(fanout::publish);
    }

    private void read(NotificationsRead event, EventContext context) {
        fanout.publish(NotificationProtos.event(event));
    }
}
