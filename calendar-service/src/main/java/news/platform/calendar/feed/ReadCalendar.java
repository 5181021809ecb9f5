package news.platform.calendar.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.platform.calendar.release.ReleaseFilter;
import news.platform.calendar.release.Releases;
import news.platform.calendar.v1.CalendarReason;
import news.platform.error.DomainException;
import org.springframework.stereotype.Component;

/** Shows what was and is to come, in the form that other calendars read. */
@Component
final class ReadCalendar {
    private static final Duration PAST = Duration.ofDays(30);
    private static final int MOST = 2000;

    private final Releases releases;
    private final Feeds feeds;
    private final Clock clock;

    ReadCalendar(Releases releases, Feeds feeds, Clock clock) {
        this.releases = releases;
        this.feeds = feeds;
        this.clock = clock;
    }

    byte[] everybodys() {
        var now = clock.instant();
        var filter = new ReleaseFilter(now.minus(PAST), ReleaseFilter.NEVER, List.of(), 0);
        return CalendarDocument.of(releases.page(filter, Optional.empty(), MOST), now);
    }

    /** Of whoever this secret was made for. */
    byte[] own(String secret) {
        var userId = feeds.owner(IssueFeed.digest(secret))
                .orElseThrow(() -> new DomainException(CalendarReason.FEED_NOT_FOUND, "no calendar at this address"));
        var now = clock.instant();
        return CalendarDocument.of(releases.remindedOf(userId, now.minus(PAST)), now);
    }
}
