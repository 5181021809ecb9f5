package news.platform.livenews.feed;

import news.platform.livenews.channel.Channels;
import news.platform.livenews.live.ImportLive;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes lives of what arrives from outside to become some: a new item is published, a later version corrects it, a withdrawn
 * one is withdrawn for good. A version that comes late, after a higher one, changes nothing; an item that is withdrawn before
 * it was ever seen, or that shows nothing, never becomes a live.
 */
@Component
final class FeedItemReceivedHandler implements EventHandler {
    private static final Logger log = LoggerFactory.getLogger(FeedItemReceivedHandler.class);

    private final FeedItems items;
    private final Channels channels;
    private final ImportLive importing;

    FeedItemReceivedHandler(FeedItems items, Channels channels, ImportLive importing) {
        this.items = items;
        this.channels = channels;
        this.importing = importing;
    }

    @Override
    public Takes takes() {
        return Takes.of(FeedItemReceived.class, this::received)
                .only(FeedItemReceived.class, item -> item.getTarget() == FeedTarget.FEED_TARGET_LIVES);
    }

    private void received(FeedItemReceived item, EventContext context) {
        var advanced = items.advance(item.getFeedItemId(), item.getVersion(), importing.nextId());
        if (advanced.isEmpty()) {
            log.debug("feed item {} version {} came late", item.getFeedItemId(), item.getVersion());
            return;
        }
        if (item.getWithdrawn()) {
            importing.withdraw(advanced.get());
            return;
        }
        var proto = new FeedItemProtos(item, channels.known());
        var flash = proto.flash();
        if (flash.content().isBlank()) {
            log.info("feed item {} version {} shows nothing", item.getFeedItemId(), item.getVersion());
            return;
        }
        importing.take(advanced.get(), flash, proto.publishTime());
    }
}
