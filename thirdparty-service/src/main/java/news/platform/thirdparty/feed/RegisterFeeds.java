package news.platform.thirdparty.feed;

import static news.platform.thirdparty.v1.ThirdpartyReason.FEED_SOURCE_EXISTS;
import static news.platform.thirdparty.v1.ThirdpartyReason.FEED_SOURCE_NOT_FOUND;
import static news.platform.thirdparty.v1.ThirdpartyReason.FORBIDDEN_ADDRESS;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.grpc.resource.Etags;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.State;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.fetch.Urls;
import news.platform.thirdparty.item.Target;
import news.platform.work.task.Agenda;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators do to the register. */
@Component
final class RegisterFeeds {
    private static final Duration LOOK_UP = Duration.ofMillis(800);

    private final FeedSources sources;
    private final Fetcher fetcher;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Agenda agenda;

    RegisterFeeds(FeedSources sources, Fetcher fetcher, Clock clock, TransactionTemplate transaction, Agenda agenda) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.clock = clock;
        this.transaction = transaction;
        this.agenda = agenda;
    }

    /** The address in its one spelling, looked up once: outside of any transaction. */
    String permitted(String url) {
        URI uri = Urls.canonical(url)
                .orElseThrow(() -> DomainException.field(
                        PlatformReason.INVALID_FIELD,
                        "url",
                        "must be an http or https address without user and password"));
        if (fetcher.isForbidden(uri, LOOK_UP)) {
            throw DomainException.field(FORBIDDEN_ADDRESS, "url", "must not lead into a private network");
        }
        return uri.toString();
    }

    /**
     * Adds it under this id.
     *
     * @param url as {@link #permitted} gave it
     */
    FeedSource create(String id, String url, NewFeed feed) {
        var now = clock.instant();
        var source = new FeedSource(
                id,
                url,
                "",
                feed.channelId(),
                feed.target(),
                feed.name().strip(),
                "",
                null,
                false,
                interval(feed.intervalSeconds()),
                State.ACTIVE,
                1,
                now,
                Health.unknown(now),
                Validators.NONE);
        transaction.executeWithoutResult(_ -> {
            if (!sources.insert(source)) {
                throw new DomainException(FEED_SOURCE_EXISTS, url + " is polled already");
            }
            havePolled(source);
        });
        return source;
    }

    /**
     * The feed after the change; a change to what it was already is none.
     *
     * @param etag the revision that the change is based on, empty for whatever there is
     */
    FeedSource update(String id, String etag, FeedPatch patch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var before = sources.lock(id).orElseThrow(RegisterFeeds::notFound);
            Etags.require(etag, before.revision());
            var changed = before.with(
                    patch.channelId().orElse(before.channelId()),
                    patch.name().map(String::strip).orElse(before.name()),
                    patch.intervalSeconds().map(RegisterFeeds::interval).orElse(before.intervalSeconds()),
                    patch.state().orElse(before.state()));
            if (changed.isSetLike(before)) {
                return before;
            }
            var rescheduled = changed.with(changed.health().at(nextPoll(changed)));
            sources.update(rescheduled);
            havePolled(rescheduled);
            return rescheduled;
        }));
    }

    /** Removes it; what was taken from it stays. */
    void delete(String id) {
        transaction.executeWithoutResult(_ -> {
            if (!sources.delete(id)) {
                throw notFound();
            }
            agenda.cancel(PollFeed.KIND, id);
        });
    }

    private void havePolled(FeedSource source) {
        if (source.state() == State.ACTIVE) {
            agenda.schedule(
                    PollFeed.KIND, source.id(), source.host(), source.health().nextPollTime());
        } else {
            agenda.cancel(PollFeed.KIND, source.id());
        }
    }

    /** A shorter interval counts from now on, not from after a longer one. */
    private Instant nextPoll(FeedSource source) {
        Instant latest = clock.instant().plusSeconds(source.intervalSeconds());
        Instant planned = source.health().nextPollTime();
        return source.health().failures() > 0 || planned.isBefore(latest) ? planned : latest;
    }

    private static int interval(int seconds) {
        return seconds == 0 ? FeedSource.DEFAULT_INTERVAL_SECONDS : seconds;
    }

    static DomainException notFound() {
        return new DomainException(FEED_SOURCE_NOT_FOUND, "no such feed source");
    }

    /**
     * What an administrator says of a new one.
     *
     * @param name empty for what the feed calls itself
     * @param intervalSeconds 0 for the default
     */
    record NewFeed(String channelId, Target target, String name, int intervalSeconds) {}

    /** The new values of what is changed; the rest is empty and stays. */
    record FeedPatch(
            Optional<String> channelId,
            Optional<String> name,
            Optional<Integer> intervalSeconds,
            Optional<State> state) {}
}
