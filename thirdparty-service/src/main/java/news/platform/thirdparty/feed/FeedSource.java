package news.platform.thirdparty.feed;

import java.net.URI;
import java.time.Instant;
import news.platform.persistence.page.TimeAndId;
import news.platform.thirdparty.fetch.Urls;
import news.platform.thirdparty.item.Origin;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.parse.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is polled.
 *
 * @param url canonical, see Urls
 * @param movedFrom the address before that, where its host said that it has moved for good; empty where it never did
 * @param target what its items become; never changes, so that an item stays what it became
 * @param name as an administrator gave it; empty: the feed's own title
 * @param feedTitle what the feed calls itself; empty before it was read
 * @param format null before it was read
 * @param lenient whether what was read last was not well-formed
 * @param revision rises with each change by an administrator
 */
record FeedSource(
        String id,
        String url,
        String movedFrom,
        String channelId,
        Target target,
        String name,
        String feedTitle,
        @Nullable FeedFormat format,
        boolean lenient,
        int intervalSeconds,
        State state,
        long revision,
        Instant createTime,
        Health health,
        Validators validators) {
    static final int DEFAULT_INTERVAL_SECONDS = 300;

    /** Whether it is polled. */
    enum State {
        ACTIVE,
        /** Not, because an administrator says so. */
        PAUSED,
        /** Not, because its host says that it is gone for good. */
        GONE
    }

    /**
     * How it fares.
     *
     * @param lastPollTime null before the first
     * @param lastOutcome OK, NOT_MODIFIED or why not; empty before the first poll
     * @param lastError for a person to read
     * @param failures since the last success
     */
    record Health(
            @Nullable Instant lastPollTime,
            String lastOutcome,
            String lastError,
            long itemCount,
            int failures,
            Instant nextPollTime) {
        static Health unknown(Instant firstPollTime) {
            return new Health(null, "", "", 0, 0, firstPollTime);
        }

        Health at(Instant otherPollTime) {
            return new Health(lastPollTime, lastOutcome, lastError, itemCount, failures, otherPollTime);
        }
    }

    /** What the feed's host calls the copy that was read last. */
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }

    URI uri() {
        return URI.create(url);
    }

    String host() {
        return Urls.host(uri());
    }

    /** What readers see as the source. */
    String displayName() {
        if (!name.isEmpty()) {
            return name;
        }
        return feedTitle.isEmpty() ? host() : feedTitle;
    }

    /** As its items have it. */
    Origin origin() {
        return new Origin(id, target);
    }

    /** Where it stands in the list of all. */
    TimeAndId place() {
        return new TimeAndId(createTime, id);
    }

    FeedSource with(String newChannelId, String newName, int newIntervalSeconds, State newState) {
        return new FeedSource(
                id,
                url,
                movedFrom,
                newChannelId,
                target,
                newName,
                feedTitle,
                format,
                lenient,
                newIntervalSeconds,
                newState,
                revision + 1,
                createTime,
                health,
                validators);
    }

    /** Whether all that an administrator may change is the same. */
    boolean isSetLike(FeedSource other) {
        return channelId.equals(other.channelId)
                && name.equals(other.name)
                && intervalSeconds == other.intervalSeconds
                && state == other.state;
    }

    FeedSource with(Health newHealth) {
        return polled(url, movedFrom, state, newHealth);
    }

    /** At the address that its host wants to be asked at from now on. */
    FeedSource movedTo(String newUrl) {
        return newUrl.equals(url) ? this : polled(newUrl, url, state, health);
    }

    /** Gone, or back again; what an administrator has paused stays so. */
    FeedSource found(boolean there) {
        return state == State.PAUSED ? this : polled(url, movedFrom, there ? State.ACTIVE : State.GONE, health);
    }

    private FeedSource polled(String newUrl, String newMovedFrom, State newState, Health newHealth) {
        return new FeedSource(
                id,
                newUrl,
                newMovedFrom,
                channelId,
                target,
                name,
                feedTitle,
                format,
                lenient,
                intervalSeconds,
                newState,
                revision,
                createTime,
                newHealth,
                validators);
    }

    FeedSource read(FeedFormat newFormat, String newFeedTitle, boolean newLenient, Validators newValidators) {
        return new FeedSource(
                id,
                url,
                movedFrom,
                channelId,
                target,
                name,
                newFeedTitle,
                newFormat,
                newLenient,
                intervalSeconds,
                state,
                revision,
                createTime,
                health,
                newValidators);
    }
}
