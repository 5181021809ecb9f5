package news.platform.thirdparty.feed;

import static news.platform.thirdparty.v1.ThirdpartyReason.FEED_SOURCE_EXISTS;
import static news.platform.thirdparty.v1.ThirdpartyReason.FEED_SOURCE_NOT_FOUND;
import static news.platform.thirdparty.v1.ThirdpartyReason.FORBIDDEN_ADDRESS;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import news.platform.error.DomainException;
import news.platform.error.v1.PlatformReason;
import news.platform.persistence.IdSource;
import news.platform.thirdparty.feed.FeedSource.Health;
import news.platform.thirdparty.feed.FeedSource.State;
import news.platform.thirdparty.feed.FeedSource.Validators;
import news.platform.thirdparty.fetch.Fetcher;
import news.platform.thirdparty.fetch.Urls;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.FeedSourceChange;
import news.platform.thirdparty.v1.UpdateFeedSourceRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do to the register. */
@Service
class RegisterFeeds {

    private static final Duration LOOK_UP = Duration.ofMillis(800);
    private static final Set<String> CHANGEABLE = Set.of("channel_id", "interval_seconds", "name", "state");

    private final JdbcFeedSources sources;
    private final Fetcher fetcher;
    private final IdSource ids;
    private final Clock clock;

    RegisterFeeds(JdbcFeedSources sources, Fetcher fetcher, IdSource ids, Clock clock) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.ids = ids;
        this.clock = clock;
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

    @Transactional
    public FeedSource create(String url, CreateFeedSourceRequest request) {
        Instant now = clock.instant();
        FeedSource source = new FeedSource(
                ids.next(),
                url,
                "",
                request.getChannelId(),
                request.getName().strip(),
                "",
                null,
                false,
                interval(request.getIntervalSeconds()),
                State.ACTIVE,
                1,
                now,
                Health.unknown(now),
                Validators.NONE);
        if (!sources.insert(source)) {
            throw new DomainException(FEED_SOURCE_EXISTS, url + " is polled already");
        }
        return source;
    }

    /** The feed after the change; a change to what it was already is none. */
    @Transactional
    public FeedSource update(UpdateFeedSourceRequest request) {
        FeedSource before = sources.lock(request.getFeedSourceId()).orElseThrow(RegisterFeeds::notFound);
        if (!request.getEtag().isEmpty() && !request.getEtag().equals(FeedSourceProtos.etag(before))) {
            throw new DomainException(PlatformReason.ETAG_MISMATCH, "the feed source has been changed since");
        }
        Set<String> fields = fields(request);
        FeedSourceChange change = request.getFeedSource();
        FeedSource changed = before.with(
                fields.contains("channel_id") ? required(change.getChannelId(), "channelId") : before.channelId(),
                fields.contains("name") ? change.getName().strip() : before.name(),
                fields.contains("interval_seconds") ? interval(change.getIntervalSeconds()) : before.intervalSeconds(),
                fields.contains("state") ? FeedSourceProtos.state(change.getState()) : before.state());
        if (changed.isSetLike(before)) {
            return before;
        }
        FeedSource rescheduled = changed.with(changed.health().at(nextPoll(changed)));
        sources.update(rescheduled);
        return rescheduled;
    }

    /** A shorter interval counts from now on, not from after a longer one. */
    private Instant nextPoll(FeedSource source) {
        Instant latest = clock.instant().plusSeconds(source.intervalSeconds());
        Instant planned = source.health().nextPollTime();
        return source.health().failures() > 0 || planned.isBefore(latest) ? planned : latest;
    }

    private static Set<String> fields(UpdateFeedSourceRequest request) {
        FeedSourceChange change = request.getFeedSource();
        Set<String> named = Set.copyOf(request.getUpdateMask().getPathsList());
        if (named.isEmpty()) {
            return CHANGEABLE.stream()
                    .filter(field ->
                            change.hasField(FeedSourceChange.getDescriptor().findFieldByName(field)))
                    .collect(Collectors.toSet());
        }
        named.stream().filter(field -> !CHANGEABLE.contains(field)).findFirst().ifPresent(unknown -> {
            throw DomainException.field(PlatformReason.INVALID_FIELD, "updateMask", unknown + " cannot be changed");
        });
        return named;
    }

    private static String required(String value, String field) {
        if (value.isEmpty()) {
            throw DomainException.field(PlatformReason.INVALID_FIELD, field, "must not be empty");
        }
        return value;
    }

    private static int interval(int seconds) {
        return seconds == 0 ? FeedSource.DEFAULT_INTERVAL_SECONDS : seconds;
    }

    static DomainException notFound() {
        return new DomainException(FEED_SOURCE_NOT_FOUND, "no such feed source");
    }
}
