package news.platform.notification.reading;

import io.grpc.stub.StreamObserver;
import java.util.List;
import news.platform.grpc.server.Answers;
import news.platform.grpc.stream.Fanout;
import news.platform.notification.v1.CountNotificationsRequest;
import news.platform.notification.v1.CountNotificationsResponse;
import news.platform.notification.v1.ListNotificationsRequest;
import news.platform.notification.v1.ListNotificationsResponse;
import news.platform.notification.v1.NotificationServiceGrpc;
import news.platform.notification.v1.ReadNotificationsRequest;
import news.platform.notification.v1.ReadNotificationsResponse;
import news.platform.notification.v1.StreamNotificationsRequest;
import news.platform.notification.v1.StreamNotificationsResponse;
import news.platform.persistence.page.PageRequest;
import news.platform.persistence.page.PageScope;
import news.platform.persistence.page.Pages;
import news.platform.security.Callers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
final class NotificationGrpcService extends NotificationServiceGrpc.NotificationServiceImplBase {
    private final Notifications notifications;
    private final ReadNotifications reading;
    private final Fanout<StreamNotificationsResponse> fanout;
    private final Pages pages;

    NotificationGrpcService(
            Notifications notifications,
            ReadNotifications reading,
            Fanout<StreamNotificationsResponse> fanout,
            Pages pages) {
        this.notifications = notifications;
        this.reading = reading;
        this.fanout = fanout;
        this.pages = pages;
    }

    @Override
    public void listNotifications(ListNotificationsRequest request, StreamObserver<ListNotificationsResponse> answer) {
        var userId = Callers.required().userId();
        var page = pages.byTime(
                PageScope.of("notifications").with("user", userId),
                new PageRequest(request.getPageSize(), request.getPageToken()),
                Told::place,
                (after, limit) -> notifications.page(userId, after, limit));
        Answers.send(
                answer,
                ListNotificationsResponse.newBuilder()
                        .addAllNotifications(page.items().stream()
                                .map(NotificationProtos::message)
                                .toList())
                        .setNextPageToken(page.nextToken())
                        .setUnreadCount(notifications.unread(userId))
                        .build());
    }

    @Override
    public void countNotifications(
            CountNotificationsRequest request, StreamObserver<CountNotificationsResponse> answer) {
        Answers.send(
                answer,
                CountNotificationsResponse.newBuilder()
                        .setUnreadCount(notifications.unread(Callers.required().userId()))
                        .build());
    }

    @Override
    public void readNotifications(ReadNotificationsRequest request, StreamObserver<ReadNotificationsResponse> answer) {
        var userId = Callers.required().userId();
        reading.readUpTo(userId, request.getNotificationId());
        Answers.send(
                answer,
                ReadNotificationsResponse.newBuilder()
                        .setUnreadCount(notifications.unread(userId))
                        .build());
    }

    @Override
    public void streamNotifications(
            StreamNotificationsRequest request, StreamObserver<StreamNotificationsResponse> answer) {
        fanout.subscribe(answer, () -> List.of(StreamNotificationsResponse.getDefaultInstance())
                .iterator());
    }
}
