package news.platform.calendar.reminder;

import static news.platform.test.grpc.Refusals.assertInvalid;
import static news.platform.test.grpc.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import news.platform.calendar.CalendarServiceTest;
import news.platform.calendar.v1.DeleteReminderRequest;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleaseChange;
import news.platform.calendar.v1.RemindersDue;
import news.platform.proto.Timestamps;
import news.platform.test.Replicas;
import news.platform.user.v1.UserDeleted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RemindersIT extends CalendarServiceTest {
    @Autowired
    private Replicas replicas;

    private final String bob = "user-" + UUID.randomUUID();

    @Test
    void remindsEachUserOnceByTheOwnLead() {
        var release = created("2026-10", Duration.ofHours(2));
        remind(ann, release, 30);
        remind(bob, release, 5);

        clock.advance(Duration.ofMinutes(91));
        await().untilAsserted(() -> assertThat(told(release)).containsExactly(ann + " 30"));
        remind(ann, release, 30);
        clock.advance(Duration.ofMinutes(25));

        await().untilAsserted(() -> assertThat(told(release)).containsExactlyInAnyOrder(ann + " 30", bob + " 5"));
    }

    @Test
    void moveWithTheReleaseAndComeOnceMore() {
        var release = created("2026-10", Duration.ofHours(2));
        remind(ann, release, 30);
        clock.advance(Duration.ofMinutes(91));
        await().untilAsserted(() -> assertThat(told(release)).hasSize(1));

        changed(release, ReleaseChange.newBuilder().setReleaseTime(Timestamps.of(in(Duration.ofHours(3)))));
        clock.advance(Duration.ofMinutes(151));

        await().untilAsserted(() -> assertThat(told(release)).containsExactly(ann + " 30", ann + " 30"));
        changed(release, ReleaseChange.newBuilder().setReleaseTime(Timestamps.of(in(Duration.ofMinutes(20)))));
        await().untilAsserted(() -> assertThat(told(release)).hasSize(3));
    }

    @Test
    void isNotTellingWhoHasRemovedItOrIsGoneOrOfWhatIsOut() {
        var release = created("2026-10", Duration.ofHours(2));
        var other = created("2026-11", Duration.ofHours(2));
        remind(ann, release, 30);
        remind(bob, release, 30);
        remind(ann, other, 30);
        var carl = "user-" + UUID.randomUUID();
        remind(carl, release, 30);
        var _ = reminders(ann)
                .deleteReminder(DeleteReminderRequest.newBuilder()
                        .setReleaseId(release.getId())
                        .build());
        happened(UserDeleted.newBuilder().setUserId(bob).setVersion(9).build());
        changed(other, ReleaseChange.newBuilder().setActual("1"));

        await().untilAsserted(() -> assertThat(reminded(bob)).isZero());
        clock.advance(Duration.ofMinutes(91));

        await().untilAsserted(() -> assertThat(told(release)).containsExactly(carl + " 30"));
        assertThat(told(other)).isEmpty();
    }

    /** Many users, two replicas, one of which ends meanwhile. */
    @Test
    void remindsManyOnceThoughAReplicaEnds() {
        var release = created("2026-10", Duration.ofHours(2));
        jdbc.sql("""
                        insert into reminder (user_id, release_id, lead_minutes)
                        select 'user-' || number, :release, 60 from generate_series(1, 1100) as number""").param("release", release.getId()).update();
        remind(ann, release, 60);

        try (var _ = replicas.another()) {
            clock.advance(Duration.ofMinutes(61));
        }

        await().untilAsserted(() -> assertThat(told(release)).hasSize(1101).doesNotHaveDuplicates());
        assertThat(events.of(RemindersDue.getDefaultInstance(), release.getId()))
                .hasSize(3);
    }

    @Test
    void refusesWhatMakesNoSense() {
        var release = created("2026-10", Duration.ofHours(2));
        changed(release, ReleaseChange.newBuilder().setActual("1"));

        assertRefused("RELEASE_OUT", () -> remind(ann, release, 5));
        assertRefused(
                "RELEASE_NOT_FOUND",
                () -> remind(ann, Release.newBuilder().setId("none").build(), 5));
        assertInvalid(() -> remind(ann, release, 10_081), "leadMinutes");
    }

    private long reminded(String userId) {
        return jdbc.sql("select count(*) from reminder where user_id = :user")
                .param("user", userId)
                .query(Long.class)
                .single();
    }

    private List<String> told(Release release) {
        return events.of(RemindersDue.getDefaultInstance(), release.getId()).stream()
                .flatMap(due -> due.getUserIdsList().stream().map(user -> user + " " + due.getLeadMinutes()))
                .toList();
    }
}
