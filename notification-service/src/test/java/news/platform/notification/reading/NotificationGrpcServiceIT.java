package news.platform.notification.reading;

import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.CountNotificationsRequest;
import news.platform.notification.v1.ListNotificationsRequest;
import news.platform.notification.v1.ListNotificationsResponse;
import news.platform.notification.v1.Notification;
import news.platform.notification.v1.NotificationServiceGrpc;
import news.platform.notification.v1.ReadNotificationsRequest;
import news.platform.notification.v1.StreamNotificationsRequest;
import news.platform.notification.v1.StreamNotificationsResponse;
import news.platform.test.TrialData;
import news.platform.text.Lines;
import news.platform.user.v1.UserDeleted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class NotificationGrpcServiceIT extends NotificationServiceTest {
    private final String ann = newUser();
    private final String bob = newUser();

    @BeforeEach
    void bothFollow() {
        follows(ann, "symbols", "AAPL");
        follows(bob, "symbols", "AAPL");
    }

    @Test
    void listsPageByPageLatestFirst() {
        tell("One", 1);
        tell("Two", 2);
        tell("Three", 3);

        var first = page("");
        var second = page(first.getNextPageToken());

        assertThat(first.getNotificationsList())
                .extracting(Notification::getTitle)
                .containsExactly("Three", "Two");
        assertThat(first.getUnreadCount()).isEqualTo(3);
        assertThat(second.getNotificationsList())
                .extracting(Notification::getTitle)
                .containsExactly("One");
        assertThat(second.getNextPageToken()).isEmpty();
        assertRefused("BAD_PAGE_TOKEN", () -> page("forged"));
    }

    @Test
    void readsUpToOneAndLeavesWhatCameLater() {
        tell("One", 1);
        tell("Two", 2);
        tell("Three", 3);
        var two = list(ann).get(1);

        assertThat(read(ann, two.getId())).isEqualTo(1);
        assertThat(read(ann, two.getId())).isEqualTo(1);

        assertThat(list(ann)).extracting(Notification::hasReadTime).containsExactly(false, true, true);
        assertThat(count(ann)).isEqualTo(1);
        assertThat(count(bob)).isEqualTo(3);
    }

    @Test
    void knowsNoOnesElseNotifications() {
        var stranger = newUser();
        tell("One", 1);
        var id = list(ann).getFirst().getId();

        assertRefused("NOTIFICATION_NOT_FOUND", () -> read(stranger, id));
        assertRefused("NOTIFICATION_NOT_FOUND", () -> read(ann, "nothing"));
        assertThat(list(stranger)).isEmpty();
    }

    @Test
    void tellsTheGatewayOfEachUserAsItHappens() {
        var told = new CopyOnWriteArrayList<StreamNotificationsResponse>();
        try (var gateway = Context.current().withCancellation()) {
            Thread.ofVirtual().start(gateway.wrap(() -> stream(told)));
            await().until(() -> told.size() == 1);
            assertThat(told.getFirst()).isEqualTo(StreamNotificationsResponse.getDefaultInstance());

            tell("One", 1);
            var id = list(ann).getFirst().getId();
            await().until(() -> told.size() == 3);
            read(ann, id);
            await().until(() -> told.size() == 4);

            assertThat(told.subList(1, 3))
                    .extracting(StreamNotificationsResponse::getUserId)
                    .containsExactlyInAnyOrder(ann, bob);
            assertThat(told.get(1).getEvent()).isEqualTo("notification.created");
            assertThat(told.get(1).getNotification()).isEqualTo(list(bob).getFirst());
            assertThat(told.getLast().getUserId()).isEqualTo(ann);
            assertThat(told.getLast().getEvent()).isEqualTo("notification.read");
            assertThat(told.getLast().getNotification().getId()).isEqualTo(id);
        }
    }

    @Test
    void forgetsADeletedAccount() {
        register(ann, "phone", "token-a");
        tell("One", 1);

        send(UserDeleted.newBuilder().setUserId(ann).setVersion(2).build());

        told(ann, 0);
        assertThat(list(bob)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from device").query(Long.class).single())
                .isZero();
    }

    @Test
    void showsEveryNaughtyTitleAsOneLine() {
        List<String> texts =
                JsonMapper.shared().readValue(TrialData.require("open/naughty-strings.json"), new TypeReference<>() {});
        var some = texts.stream()
                .filter(text -> !Lines.of(text).isEmpty() && !text.contains("\0"))
                .toList();

        some.forEach(text -> publish(live(2).setTitle(text).addSymbols("AAPL")));

        await().atMost(Duration.ofMinutes(2)).until(() -> unlisted() == some.size());
        assertThat(jdbc.sql("select title from story").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(some.stream()
                        .map(text -> Lines.cut(Lines.of(text), 200))
                        .toList());
    }

    private long unlisted() {
        return jdbc.sql("select count(*) from notification where user_id = :user")
                .param("user", ann)
                .query(Long.class)
                .single();
    }

    private void tell(String title, int times) {
        publish(live(2).setTitle(title).addSymbols("AAPL"));
        told(ann, times);
        told(bob, times);
    }

    private void stream(List<StreamNotificationsResponse> told) {
        try {
            NotificationServiceGrpc.newBlockingStub(callee.anonymous())
                    .streamNotifications(StreamNotificationsRequest.getDefaultInstance())
                    .forEachRemaining(event -> {
                        // other tests' users are told late
                        if (List.of("", ann, bob).contains(event.getUserId())) {
                            told.add(event);
                        }
                    });
        } catch (StatusRuntimeException left) {
            // when the test has seen enough
        }
    }

    private ListNotificationsResponse page(String token) {
        return notifications(ann)
                .listNotifications(ListNotificationsRequest.newBuilder()
                        .setPageSize(2)
                        .setPageToken(token)
                        .build());
    }

    private int read(String userId, String id) {
        return notifications(userId)
                .readNotifications(ReadNotificationsRequest.newBuilder()
                        .setNotificationId(id)
                        .build())
                .getUnreadCount();
    }

    private int count(String userId) {
        return notifications(userId)
                .countNotifications(CountNotificationsRequest.getDefaultInstance())
                .getUnreadCount();
    }
}
