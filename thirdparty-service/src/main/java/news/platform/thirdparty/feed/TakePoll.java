package news.platform.thirdparty.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.State;
import news.platform.thirdparty.item.TakeItems;
import news.platform.work.task.Agenda;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what a poll brought, and has the next one made; in the transaction of its caller, who has locked the source. */
@Component
final class TakePoll {
    private static final Logger log = LoggerFactory.getLogger(TakePoll.class);
    private static final int MAX_NOTE = 500;

    private final PolledSources polled;
    private final TakeItems takeItems;
    private final PollSchedule schedule;
    private final Agenda agenda;
    private final Clock clock;

    TakePoll(PolledSources polled, TakeItems takeItems, PollSchedule schedule, Agenda agenda, Clock clock) {
        this.polled = polled;
        this.takeItems = takeItems;
        this.schedule = schedule;
        this.agenda = agenda;
        this.clock = clock;
    }

    void take(FeedSource before, PollResult result) {
        if (result instanceof PollResult.Gone) {
            log.warn("feed {} is gone and polled no more", before.url());
        }
        if (result instanceof PollResult.Failed && before.health().failures() == 0) {
            log.warn("feed {} fails: {} {}", before.url(), result.outcome(), result.note());
        }
        var source = after(before, result);
        polled.update(source);
        if (source.state() == State.ACTIVE) {
            agenda.schedule(
                    PollFeed.KIND, source.id(), source.host(), source.health().nextPollTime());
        }
    }

    private FeedSource after(FeedSource source, PollResult result) {
        var now = clock.instant();
        var interval = Duration.ofSeconds(source.intervalSeconds());
        Health before = source.health();
        return switch (result) {
            case PollResult.Items items -> {
                int created = takeItems.takeAll(source.origin(), items.items());
                Instant next = schedule.afterSuccess(now, interval);
                yield moved(source.found(true), items.movedTo())
                        .read(items.format(), items.title(), items.lenient(), items.validators())
                        .with(new Health(now, result.outcome(), note(result), before.itemCount() + created, 0, next));
            }
            case PollResult.NotModified unchanged ->
                moved(source.found(true), unchanged.movedTo())
                        .with(new Health(
                                now,
                                result.outcome(),
                                "",
                                before.itemCount(),
                                0,
                                schedule.afterSuccess(now, interval)));
            case PollResult.Gone gone ->
                source.found(false)
                        .with(new Health(
                                now,
                                result.outcome(),
                                note(result),
                                before.itemCount(),
                                before.failures() + 1,
                                schedule.afterSuccess(now, interval)));
            case PollResult.Failed failed -> {
                int failures = before.failures() + 1;
                Duration pause = Objects.requireNonNullElse(failed.retryAfter(), Duration.ZERO);
                Instant next = schedule.afterFailure(now, interval, failures, pause);
                yield source.with(new Health(now, result.outcome(), note(result), before.itemCount(), failures, next));
            }
        };
    }

    /** Where another source has the new address, this one keeps its own, and is redirected each time. */
    private FeedSource moved(FeedSource source, @Nullable URI movedTo) {
        return movedTo == null || polled.isTaken(movedTo.toString(), source)
                ? source
                : source.movedTo(movedTo.toString());
    }

    private static String note(PollResult result) {
        String note = result.note().replaceAll("\\p{Cntrl}+", " ");
        return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
    }
}
