package news.platform.content.feed;

import news.platform.content.article.ImportArticle;
import news.platform.content.body.Bodies;
import news.platform.content.channel.Channels;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.thirdparty.v1.FeedItemReceived;
import news.platform.thirdparty.v1.FeedTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes articles of what arrives from outside to become some: a new item is published, a later version replaces the words, a withdrawn
 * one is recalled for good. A version that comes late, after a higher one, changes nothing; an item that is withdrawn
 * before it was ever seen never becomes an article.
 */
@Component
final class FeedItemReceivedHandler implements EventHandler {
    private static final Logger log = LoggerFactory.getLogger(FeedItemReceivedHandler.class);

    private final FeedItems items;
    private final Channels channels;
    private final Bodies bodies;
    private final ImportArticle importing;

    FeedItemReceivedHandler(FeedItems items, Channels channels, Bodies bodies, ImportArticle importing) {
        this.items = items;
        this.channels = channels;
        this.bodies = bodies;
        this.importing = importing;
    }

    @Override
    public Takes takes() {
        return Takes.of(FeedItemReceived.class, this::received)
                .only(FeedItemReceived.class, item -> item.getTarget() != FeedTarget.FEED_TARGET_LIVES);
    }

    @Override
    public boolean together() {
        return true;
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
        var story = new FeedItemProtos(item, channels.tree(), bodies);
        importing.take(advanced.get(), story.teaser(), story.body(), story.publishTime());
    }
}
