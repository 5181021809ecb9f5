package news.platform.calendar.reminder;

import news.platform.calendar.release.Releases;
import news.platform.calendar.v1.CalendarReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a user reminded of a release that is to come. */
@Component
final class PutReminder {
    private static final int MOST = 500;

    private final Releases releases;
    private final Reminders reminders;
    private final RemindUsers reminding;
    private final TransactionTemplate transaction;

    PutReminder(Releases releases, Reminders reminders, RemindUsers reminding, TransactionTemplate transaction) {
        this.releases = releases;
        this.reminders = reminders;
        this.reminding = reminding;
        this.transaction = transaction;
    }

    void put(String userId, String releaseId, int leadMinutes) {
        transaction.executeWithoutResult(_ -> {
            var release = releases.lock(releaseId)
                    .orElseThrow(() -> new DomainException(CalendarReason.RELEASE_NOT_FOUND, "no such release"));
            if (release.isOut()) {
                throw new DomainException(CalendarReason.RELEASE_OUT, "its figure is out");
            }
            if (reminders.lockedCount(userId) >= MOST) {
                throw new DomainException(CalendarReason.REMINDERS_FULL, "there are " + MOST + " reminders already");
            }
            reminders.put(userId, releaseId, leadMinutes);
            reminding.schedule(release, leadMinutes);
        });
    }
}
