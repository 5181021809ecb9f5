package news.platform.calendar.reminder;

import java.util.List;
import news.platform.calendar.release.Release;
import news.platform.calendar.release.ReleaseProtos;
import news.platform.calendar.v1.RemindersDue;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells that users are to be reminded. */
@Component
final class ReminderEvents {
    private final Outbox outbox;

    ReminderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void due(Release release, int leadMinutes, List<String> userIds) {
        outbox.publish(RemindersDue.newBuilder()
                .setReleaseId(release.id())
                .setVersion(release.version())
                .setMove(release.move())
                .setRelease(ReleaseProtos.message(release))
                .setLeadMinutes(leadMinutes)
                .addAllUserIds(userIds)
                .build());
    }
}
