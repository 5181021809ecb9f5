package news.platform.thirdparty.feed;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import news.platform.thirdparty.parse.FeedFormat;
import news.platform.thirdparty.v1.FeedKind;
import news.platform.thirdparty.v1.FeedSourceState;
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
                .setIntervalSeconds(source.intervalSeconds())
                .setState(state(source.state()))
                .setLastOutcome(health.lastOutcome())
                .setLastError(health.lastError())
                .setItemCount(health.itemCount())
                .setConsecutiveFailures(health.failures())
                .setNextPollTime(timestamp(health.nextPollTime()))
                .setEtag(etag(source))
                .setName(source.displayName());
        if (health.lastPollTime() != null) {
            proto.setLastPollTime(timestamp(health.lastPollTime()));
        }
        return proto.build();
    }

    static String etag(FeedSource source) {
        return Long.toString(source.revision());
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

    private static FeedKind kind(@Nullable FeedFormat format) {
        return switch (format) {
            case null -> FeedKind.FEED_KIND_UNSPECIFIED;
            case RSS -> FeedKind.FEED_KIND_RSS;
            case ATOM -> FeedKind.FEED_KIND_ATOM;
            case JSON_FEED -> FeedKind.FEED_KIND_JSON_FEED;
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
