package news.platform.ranking.item;

import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Learns which articles and lives there are. */
@Component
final class ItemsHandler implements EventHandler {
    private final Items items;

    ItemsHandler(Items items) {
        this.items = items;
    }

    @Override
    public Takes takes() {
        return Takes.of(
                        ArticlePublished.class,
                        (event, _) -> items.told(ItemProtos.item(event.getArticle(), event.getVersion())))
                .and(
                        ArticleUpdated.class,
                        (event, _) -> items.told(ItemProtos.item(event.getArticle(), event.getVersion())))
                .and(
                        ArticleRecalled.class,
                        (event, _) -> items.recalled(
                                ItemRef.article(event.getArticleId()),
                                event.getVersion(),
                                Timestamps.instant(event.getRecallTime())))
                .and(LiveCreated.class, (event, _) -> items.told(ItemProtos.item(event.getLive(), event.getVersion())))
                .and(LiveUpdated.class, (event, _) -> items.told(ItemProtos.item(event.getLive(), event.getVersion())))
                .and(
                        LiveDeleted.class,
                        (event, _) -> items.recalled(
                                ItemRef.live(event.getLiveId()),
                                event.getVersion(),
                                Timestamps.instant(event.getDeleteTime())));
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void clear() {
        items.forget();
    }
}
