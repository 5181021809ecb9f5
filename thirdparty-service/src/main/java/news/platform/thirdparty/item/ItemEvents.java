package news.platform.thirdparty.item;

import news.platform.messaging.Outbox;
import news.platform.proto.Timestamps;
import news.platform.thirdparty.clean.IncomingItem;
import news.platform.thirdparty.mention.Mentions;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedTarget;
import org.springframework.stereotype.Component;

/** Tells the others what arrived, through the outbox of the current transaction. */
@Component
final class ItemEvents {
    private final Outbox outbox;
    private final Mentions mentions;

    ItemEvents(Outbox outbox, Mentions mentions) {
        this.outbox = outbox;
        this.mentions = mentions;
    }

    void received(KnownItem known, IncomingItem item, Target target) {
        outbox.publish(FeedItemReceived.newBuilder()
                .setFeedItemId(known.id())
                .setVersion(known.version())
                .setUri(item.uri())
                .setTitle(item.title())
                .setSummary(item.summary())
                .setBodyHtml(item.bodyHtml())
                .setLang(item.lang())
                .setUrl(item.url())
                .setPublishTime(Timestamps.of(known.publishTime()))
                .addAllBylines(item.bylines())
                .addAllChannelIds(item.channelIds())
                .addAllSymbols(mentions.of(item))
                .addAllTags(item.tags())
                .setSourceName(item.sourceName())
                .setCoverUrl(item.coverUrl())
                .setWithdrawn(item.withdrawn())
                .setTarget(target(target))
                .build());
    }

    private static FeedTarget target(Target target) {
        return switch (target) {
            case ARTICLES -> FeedTarget.FEED_TARGET_ARTICLES;
            case LIVES -> FeedTarget.FEED_TARGET_LIVES;
        };
    }
}
