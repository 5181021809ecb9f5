package news.platform.livenews.feed;

import java.time.Clock;
import java.time.Duration;
import news.platform.calendar.v1.Release;
import news.platform.calendar.v1.ReleasePublished;
import news.platform.calendar.v1.ReleaseRevised;
import news.platform.livenews.live.ImportLive;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Makes a live of each figure that matters most as it comes out; when it is revised the live is corrected. */
@Component
final class ReleasesHandler implements EventHandler {
    private static final int TOLD_FROM = 3;

    /** What is older was told, or is no news. */
    private static final Duration GREATEST_AGE = Duration.ofHours(6);

    private final FeedItems items;
    private final ImportLive importing;
    private final Clock clock;

    ReleasesHandler(FeedItems items, ImportLive importing, Clock clock) {
        this.items = items;
        this.importing = importing;
        this.clock = clock;
    }

    @Override
    public Takes takes() {
        return Takes.of(ReleasePublished.class, (event, context) -> tell(event.getRelease(), context))
                .and(ReleaseRevised.class, (event, context) -> tell(event.getRelease(), context));
    }

    private void tell(Release release, EventContext context) {
        if (release.getImportance() < TOLD_FROM
                || context.time().isBefore(clock.instant().minus(GREATEST_AGE))) {
            return;
        }
        items.advance("calendar/" + release.getId(), context.version(), importing.nextId())
                .ifPresent(liveId -> importing.take(liveId, ReleaseProtos.flash(release), context.time()));
    }
}
