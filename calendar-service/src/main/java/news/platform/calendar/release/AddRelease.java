package news.platform.calendar.release;

import java.util.Optional;
import news.platform.persistence.IdSource;
import org.springframework.stereotype.Component;

/** Adds a release, in the transaction of its caller. */
@Component
public final class AddRelease {
    private final Releases releases;
    private final ReleaseEvents events;
    private final IdSource ids;

    AddRelease(Releases releases, ReleaseEvents events, IdSource ids) {
        this.releases = releases;
        this.events = events;
        this.ids = ids;
    }

    /** Empty where the indicator has one of this period already. */
    public Optional<Release> add(Release.Draft draft) {
        return add(ids.next(), draft);
    }

    Optional<Release> add(String id, Release.Draft draft) {
        var release = Release.scheduled(id, draft);
        if (!releases.add(release)) {
            return Optional.empty();
        }
        events.scheduled(release);
        return Optional.of(release);
    }
}
