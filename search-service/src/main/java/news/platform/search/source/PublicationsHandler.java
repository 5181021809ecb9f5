package news.platform.search.source;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import news.platform.content.v1.ArticlePublished;
import news.platform.content.v1.ArticleRecalled;
import news.platform.content.v1.ArticleUpdated;
import news.platform.livenews.v1.LiveCreated;
import news.platform.livenews.v1.LiveDeleted;
import news.platform.livenews.v1.LiveUpdated;
import news.platform.messaging.ReplicaHandler;
import news.platform.messaging.Takes;
import news.platform.search.index.Indexes;
import news.platform.search.index.Item;

/**
 * Has this replica's index follow what happens. The index holds up to where it did; without one the replica begins at the end and
 * makes one of what owners have.
 */
public final class PublicationsHandler implements ReplicaHandler {
    private final Indexes indexes;

    public PublicationsHandler(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Takes takes() {
        return taken(indexes::put, indexes::remove);
    }

    @Override
    public Begin begin() {
        return indexes.positions().<Begin>map(Begin.Positions::new).orElseGet(() -> new Begin.End(Duration.ZERO));
    }

    @Override
    public void gap() {
        indexes.renew();
    }

    @Override
    public void reached(Map<String, Long> positions) {
        indexes.reached(positions);
    }

    /**
     * The events that tell of what can be found.
     *
     * @param told takes what there is now
     * @param gone takes what is gone: its key and version
     */
    static Takes taken(Consumer<Item> told, ObjLongConsumer<String> gone) {
        return Takes.of(
                        ArticlePublished.class,
                        (event, context) -> told.accept(SourceProtos.told(event.getArticle(), context.version())))
                .and(
                        ArticleUpdated.class,
                        (event, context) -> told.accept(SourceProtos.told(event.getArticle(), context.version())))
                .and(
                        ArticleRecalled.class,
                        (_, context) -> gone.accept(Item.key(Item.ARTICLES, context.subject()), context.version()))
                .and(LiveCreated.class, (event, _) -> told.accept(SourceProtos.live(event.getLive())))
                .and(LiveUpdated.class, (event, _) -> told.accept(SourceProtos.live(event.getLive())))
                .and(
                        LiveDeleted.class,
                        (_, context) -> gone.accept(Item.key(Item.LIVES, context.subject()), context.version()));
    }
}
