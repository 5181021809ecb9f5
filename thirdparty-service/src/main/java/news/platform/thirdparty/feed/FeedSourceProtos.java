package news.platform.thirdparty.feed;

import news.platform.grpc.resource.Etags;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.feed.RegisterFeeds.NewFeed;
import news.platform.thirdparty.item.Target;
import news.platform.thirdparty.parse.FeedFormat;
import news.platform.thirdparty.v1.CreateFeedSourceRequest;
import news.platform.thirdparty.v1.FeedKind;
import news.platform.thirdparty.v1.FeedSourceState;
import news.platform.thirdparty.v1.FeedTarget;
import org.jspecify.annotations.Nullable;

final class FeedSourceProtos {
    private FeedSourceProtos() {}

    static news.platform.thirdparty.v1.FeedSource of(FeedSource source) {
        FeedSource.Health health = source.health();
        var proto = news.platform.thirdparty.v1.FeedSource.newBuilder()
                .setId(source.id())
                .setUrl(source.url())
                .setMovedFrom(source.movedFrom())
                .setLenient(source.lenient())
                .setKind(kind(source.format()))
                .setChannelId(source.channelId())
                .setTarget(target(source.target()))
                .setIntervalSeconds(source.intervalSeconds())
                .setState(state(source.state()))
                .setLastOutcome(health.lastOutcome())
                .setLastError(health.lastError())
                .setItemCount(health.itemCount())
                .setConsecutiveFailures(health.failures())
                .setNextPollTime(Timestamps.of(health.nextPollTime()))
                .setEtag(Etags.of(source.revision()))
                .setName(source.displayName());
        if (health.lastPollTime() != null) {
            proto.setLastPollTime(Timestamps.of(health.lastPollTime()));
        }
        return proto.build();
    }

    static NewFeed feed(CreateFeedSourceRequest request) {
        return new NewFeed(
                request.getChannelId(),
                request.getTarget() == FeedTarget.FEED_TARGET_LIVES ? Target.LIVES : Target.ARTICLES,
                request.getName(),
                request.getIntervalSeconds());
    }

    static FeedSource.State state(FeedSourceState state) {
        return state == FeedSourceState.FEED_SOURCE_STATE_PAUSED ? FeedSource.State.PAUSED : FeedSource.State.ACTIVE;
    }

    private static FeedSourceState state(FeedSource.State state) {
        return switch (state) {
            case ACTIVE -> FeedSourceState.FEED_SOURCE_STATE_ACTIVE;
            case PAUSED -> FeedSourceState.FEED_SOURCE_STATE_PAUSED;
            case GONE -> FeedSourceState.FEED_SOURCE_STATE_GONE;
        };
    }

    private static FeedTarget target(Target target) {
        return switch (target) {
            case ARTICLES -> FeedTarget.FEED_TARGET_ARTICLES;
            case LIVES -> FeedTarget.FEED_TARGET_LIVES;
        };
    }

    private static FeedKind kind(@Nullable FeedFormat format) {
        return switch (format) {
            case null -> FeedKind.FEED_KIND_UNSPECIFIED;
            case RSS -> FeedKind.FEED_KIND_RSS;
            case ATOM -> FeedKind.FEED_KIND_ATOM;
            case JSON_FEED -> FeedKind.FEED_KIND_JSON_FEED;
        };
    }
}
