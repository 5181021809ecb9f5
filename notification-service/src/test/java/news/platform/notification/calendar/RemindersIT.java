package news.platform.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.RemindersDue;
import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.Notification;
import news.platform.proto.Timestamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemindersIT extends NotificationServiceTest {
    private final String ann = newUser();
    private final String bob = newUser();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void remindersAreHeardOf() {
        if (!hears("RemindersHandler")) {
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                send(due(0, "nobody").build());
                return hears("RemindersHandler");
            });
        }
    }

    @Test
    void remindsEachWhoAskedOnceAndOnceMoreWhenTheReleaseMoves() {
        send(due(0, ann, bob).build());
        send(due(0, ann).build());
        told(ann, 1);
        told(bob, 1);

        send(due(1, ann).build());

        assertThat(told(ann, 2))
                .extracting(Notification::getKind, Notification::getTitle, Notification::getBody)
                .containsOnly(tuple(
                        "alerts", "US consumer price index", "Comes on 10 December 2026, 13:30 UTC. Expected: 2.1."));
        assertThat(told(bob, 1)).hasSize(1);
    }

    private RemindersDue.Builder due(int move, String... users) {
        return RemindersDue.newBuilder()
                .setReleaseId(id)
                .setVersion(move + 1)
                .setMove(move)
                .setLeadMinutes(15)
                .addAllUserIds(List.of(users))
                .setRelease(Release.newBuilder()
                        .setId(id)
                        .setName("US consumer price index")
                        .setImportance(3)
                        .setForecast("2.1")
                        .setReleaseTime(Timestamps.of(Instant.parse("2026-12-10T13:30:00Z"))));
    }
}
