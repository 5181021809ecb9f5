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
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Makes a live of each figure that matters most as it comes out; when it is revised the live is corrected. */
@Component
final class ReleasesHandler implements EventHandler {
    private static final int TOLD_FROM = 3;

    /** What is older was told, or is no news. */
    private static final Duration GREATEST_AGE = Duration.ofHours(6);

    /** Figures are revised with the next ones, a quarter later at most; what is older is entered for the record. */
    private static final Duration GREATEST_AGE_OF_REVISED = Duration.ofDays(100);

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
        return Takes.of(ReleasePublished.class, (event, context) -> tell(event.getRelease(), context, GREATEST_AGE))
                .and(
                        ReleaseRevised.class,
                        (event, context) -> tell(event.getRelease(), context, GREATEST_AGE_OF_REVISED));
    }

    /** @param age how long ago the release may have come, when this happened to it */
    private void tell(Release release, EventContext context, Duration age) {
        var earliest = context.time().minus(age);
        if (release.getImportance() < TOLD_FROM
                || Timestamps.instant(release.getReleaseTime()).isBefore(earliest)
                || context.time().isBefore(clock.instant().minus(GREATEST_AGE))) {
            return;
        }
        items.advance("calendar/" + release.getId(), context.version(), importing.nextId())
                .ifPresent(liveId -> importing.take(liveId, ReleaseProtos.flash(release), context.time()));
    }
}
