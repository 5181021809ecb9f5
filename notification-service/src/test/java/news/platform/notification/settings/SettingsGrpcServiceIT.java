package news.platform.notification.settings;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import news.platform.notification.NotificationServiceTest;
import news.platform.notification.v1.GetNotificationSettingsRequest;
import news.platform.notification.v1.NotificationSettings;
import news.platform.notification.v1.QuietHours;
import org.junit.jupiter.api.Test;

class SettingsGrpcServiceIT extends NotificationServiceTest {
    private final String ann = newUser();

    @Test
    void hasDefaultsForWhoHasSaidNothing() {
        assertThat(get())
                .isEqualTo(NotificationSettings.newBuilder()
                        .setImportanceFloor(2)
                        .setDailyCap(20)
                        .addTopics("breaking")
                        .addTopics("lives")
                        .addTopics("articles")
                        .addTopics("moderation")
                        .addTopics("alerts")
                        .addTopics("purchases")
                        .addTopics("replies")
                        .addTopics("likes")
                        .build());
    }

    @Test
    void keepsWhatIsSetAndDefaultsForTheRest() {
        var set =
                set(ann, quiet("22:00", "07:30", "Asia/Shanghai").setDailyCap(0).addTopics("articles"));

        assertThat(get()).isEqualTo(set);
        assertThat(set.getQuietHours().getTo()).isEqualTo("07:30");
        assertThat(set.getDailyCap()).isZero();
        assertThat(set.getImportanceFloor()).isEqualTo(2);
        assertThat(set.getTopicsList()).containsExactly("articles");

        set(ann, NotificationSettings.newBuilder());
        assertThat(get().hasQuietHours()).isFalse();
    }

    @Test
    void refusesWhatIsNoZoneNamingTheField() {
        assertRefused(
                "UNKNOWN_TIME_ZONE",
                () -> set(ann, quiet("22:00", "07:30", "Asia/Atlantis")),
                "settings.quietHours.timeZone");
        assertRefused(
                "UNKNOWN_TIME_ZONE", () -> set(ann, quiet("22:00", "07:30", "+08:00")), "settings.quietHours.timeZone");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertInvalid(
                () -> set(ann, quiet("24:00", "7:30", "UTC")), "settings.quietHours.from", "settings.quietHours.to");
        assertInvalid(() -> set(ann, quiet("22:00", "22:00", "UTC")), "settings.quietHours.to");
        assertInvalid(() -> set(ann, NotificationSettings.newBuilder().setDailyCap(101)), "settings.dailyCap");
        assertInvalid(() -> set(ann, NotificationSettings.newBuilder().addTopics("weather")), "settings.topics[0]");
    }

    private static NotificationSettings.Builder quiet(String from, String to, String zone) {
        return NotificationSettings.newBuilder()
                .setQuietHours(QuietHours.newBuilder().setFrom(from).setTo(to).setTimeZone(zone));
    }

    private NotificationSettings get() {
        return settings(ann)
                .getNotificationSettings(GetNotificationSettingsRequest.getDefaultInstance())
                .getSettings();
    }
}
