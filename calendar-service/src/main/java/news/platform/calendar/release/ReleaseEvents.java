package news.platform.calendar.release;

import news.platform.calendar.v1.ReleasePublished;
import news.platform.calendar.v1.ReleaseRevised;
import news.platform.calendar.v1.ReleaseScheduled;
import news.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the others of releases. */
@Component
final class ReleaseEvents {
    private final Outbox outbox;

    ReleaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void scheduled(Release release) {
        outbox.publish(ReleaseScheduled.newBuilder()
                .setReleaseId(release.id())
                .setVersion(release.version())
                .setRelease(ReleaseProtos.message(release))
                .build());
    }

    void changed(Release before, Release after) {
        if (!after.isOut()) {
            scheduled(after);
        } else if (!before.isOut()) {
            outbox.publish(ReleasePublished.newBuilder()
                    .setReleaseId(after.id())
                    .setVersion(after.version())
                    .setRelease(ReleaseProtos.message(after))
                    .build());
        } else {
            outbox.publish(ReleaseRevised.newBuilder()
                    .setReleaseId(after.id())
                    .setVersion(after.version())
                    .setRelease(ReleaseProtos.message(after))
                    .build());
        }
    }
}
