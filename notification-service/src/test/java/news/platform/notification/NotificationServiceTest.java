package news.platform.notification;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import news.platform.livenews.v1.Live;
import news.platform.livenews.v1.LiveCreated;
import news.platform.messaging.Outbox;
import news.platform.notification.v1.DevicePlatform;
import news.platform.notification.v1.DeviceServiceGrpc;
import news.platform.notification.v1.ListNotificationsRequest;
import news.platform.notification.v1.Notification;
import news.platform.notification.v1.NotificationServiceGrpc;
import news.platform.notification.v1.NotificationSettings;
import news.platform.notification.v1.RegisterDeviceRequest;
import news.platform.notification.v1.SettingsServiceGrpc;
import news.platform.notification.v1.UpdateNotificationSettingsRequest;
import news.platform.proto.Timestamps;
import news.platform.test.PlatformTest;
import news.platform.test.TestCallee;
import news.platform.test.TestClock;
import news.platform.test.TestTokens;
import news.platform.test.grpc.ServiceTwin;
import news.platform.thirdparty.v1.DeliverMessagesRequest;
import news.platform.thirdparty.v1.DeliverMessagesResponse;
import news.platform.thirdparty.v1.Delivery;
import news.platform.thirdparty.v1.DeliveryOutcome;
import news.platform.thirdparty.v1.DeliveryServiceGrpc;
import news.platform.thirdparty.v1.OutgoingMessage;
import news.platform.user.v1.FollowAdded;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service between a database, a broker and a thirdparty-service, seen by its users and their devices. */
@PlatformTest(
        twins = {"thirdparty", "user"},
        properties = "news.work.poll=100ms")
public abstract class NotificationServiceTest {
    /** What has reached devices, in order. */
    protected final List<OutgoingMessage> pushed = new CopyOnWriteArrayList<>();

    @Autowired
    protected ServiceTwin thirdpartyTwin;

    @Autowired
    protected TestCallee callee;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void everythingArrives() {
        awaitNews();
        jdbc.sql("truncate device, settings, follow, story, notification, push, push_day, liked_comment")
                .update();
        jdbc.sql("delete from platform.task").update();
        thirdpartyTwin.is(ServiceTwin.Mood.WELL);
        answer(_ -> Delivery.newBuilder().setOutcome(DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED));
    }

    /** A new consumer of news begins with what comes then; what comes before is not for it. */
    private void awaitNews() {
        if (!hears("NewsHandler")) {
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                publish(live(2));
                return hears("NewsHandler");
            });
            awaitQuiet();
        }
    }

    /** Whether this consumer has taken an event. */
    protected final boolean hears(String consumer) {
        return jdbc.sql("select exists (select from platform.inbox where consumer like '%/' || :consumer)")
                .param("consumer", consumer)
                .query(Boolean.class)
                .single();
    }

    /** From now on each message ends like this; what is accepted has reached its device. */
    protected final void answer(Function<OutgoingMessage, Delivery.Builder> end) {
        thirdpartyTwin.answer(DeliveryServiceGrpc.getDeliverMessagesMethod(), request -> answer(request, end));
    }

    private DeliverMessagesResponse answer(
            DeliverMessagesRequest request, Function<OutgoingMessage, Delivery.Builder> end) {
        var response = DeliverMessagesResponse.newBuilder();
        for (var message : request.getMessagesList()) {
            var delivery = end.apply(message).setId(message.getId()).build();
            if (delivery.getOutcome() == DeliveryOutcome.DELIVERY_OUTCOME_ACCEPTED) {
                pushed.add(message);
            }
            response.addDeliveries(delivery);
        }
        return response.build();
    }

    protected static String newUser() {
        return "user-" + UUID.randomUUID();
    }

    protected final void register(String userId, String deviceId, String token) {
        devices(userId)
                .registerDevice(RegisterDeviceRequest.newBuilder()
                        .setDeviceId(deviceId)
                        .setPlatform(DevicePlatform.DEVICE_PLATFORM_ANDROID)
                        .setToken(token)
                        .build());
    }

    protected final DeviceServiceGrpc.DeviceServiceBlockingStub devices(String userId) {
        return DeviceServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId)));
    }

    protected final NotificationServiceGrpc.NotificationServiceBlockingStub notifications(String userId) {
        return NotificationServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId)));
    }

    protected final NotificationSettings set(String userId, NotificationSettings.Builder settings) {
        return settings(userId)
                .updateNotificationSettings(UpdateNotificationSettingsRequest.newBuilder()
                        .setSettings(settings)
                        .build())
                .getSettings();
    }

    protected final SettingsServiceGrpc.SettingsServiceBlockingStub settings(String userId) {
        return SettingsServiceGrpc.newBlockingStub(callee.as(TestTokens.user(userId)));
    }

    /** The user's notifications, latest first. */
    protected final List<Notification> list(String userId) {
        return notifications(userId)
                .listNotifications(
                        ListNotificationsRequest.newBuilder().setPageSize(100).build())
                .getNotificationsList();
    }

    /** Waits until the user was told so often. */
    protected final List<Notification> told(String userId, int times) {
        return await().until(() -> list(userId), listed -> listed.size() == times);
    }

    /** Waits until every story is told and every push has ended. */
    protected final void awaitQuiet() {
        await().until(() ->
                jdbc.sql("select count(*) from platform.task").query(Long.class).single() == 0);
    }

    /** Tells that the user follows this, and waits until it is known. */
    protected final void follows(String userId, String type, String id) {
        var followId = userId + "/" + type + "/" + id;
        send(FollowAdded.newBuilder()
                .setFollowId(followId)
                .setVersion(1)
                .setUserId(userId)
                .setType(type)
                .setId(id)
                .build());
        await().until(() -> jdbc.sql("select count(*) from follow where follow_id = :id")
                        .param("id", followId)
                        .query(Long.class)
                        .single()
                == 1);
    }

    protected final void send(Message event) {
        transaction.executeWithoutResult(_ -> outbox.publish(event));
    }

    /** Something that everybody should hear of, published now. */
    protected final Live.Builder breaking() {
        return live(3);
    }

    /** A live of this importance, published now. */
    protected final Live.Builder live(int importance) {
        return Live.newBuilder()
                .setId("live-" + UUID.randomUUID())
                .setVersion(1)
                .setTitle("Fed cuts rates")
                .setContentText("By 25 basis points.")
                .setImportance(importance)
                .setPublishTime(Timestamps.of(now()));
    }

    protected final Live publish(Live.Builder live) {
        send(LiveCreated.newBuilder()
                .setLiveId(live.getId())
                .setVersion(live.getVersion())
                .setLive(live)
                .build());
        return live.build();
    }

    protected final Instant now() {
        return clock.instant();
    }
}
