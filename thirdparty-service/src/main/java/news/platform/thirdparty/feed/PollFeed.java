package news.platform.thirdparty.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.item.TakeItems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Polls a claimed source. Its items, their events and its health are written in one transaction, and only while the claim
 * holds: who took longer than the lease leaves no trace.
 */
@Component
final class PollFeed {
    private static final Logger log = LoggerFactory.getLogger(PollFeed.class);
    private static final int MAX_NOTE = 500;

    private final ReadFeed readFeed;
    private final Polls polls;
    private final TakeItems takeItems;
    private final PollSchedule schedule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PollFeed(
            ReadFeed readFeed,
            Polls polls,
            TakeItems takeItems,
            PollSchedule schedule,
            TransactionTemplate transaction,
            Clock clock) {
        this.readFeed = readFeed;
        this.polls = polls;
        this.takeItems = takeItems;
        this.schedule = schedule;
        this.transaction = transaction;
        this.clock = clock;
    }

    PollResult poll(Claim claim) {
        PollResult result = readFeed.read(claim.source());
        if (result instanceof PollResult.Gone) {
            log.warn("feed {} is gone and polled no more", claim.source().url());
        }
        if (result instanceof PollResult.Failed && claim.source().health().failures() == 0) {
            log.warn("feed {} fails: {} {}", claim.source().url(), result.outcome(), result.note());
        }
        transaction.executeWithoutResult(
                status -> polls.hold(claim).ifPresent(source -> polls.finish(after(source, result))));
        return result;
    }

    private FeedSource after(FeedSource source, PollResult result) {
        var now = clock.instant();
        var interval = Duration.ofSeconds(source.intervalSeconds());
        Health before = source.health();
        return switch (result) {
            case PollResult.Items items -> {
                int created = takeItems.takeAll(source.id(), items.items());
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
        return movedTo == null || polls.isTaken(movedTo.toString(), source)
                ? source
                : source.movedTo(movedTo.toString());
    }

    private static String note(PollResult result) {
        String note = result.note().replaceAll("\\p{Cntrl}+", " ");
        return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
    }
}
