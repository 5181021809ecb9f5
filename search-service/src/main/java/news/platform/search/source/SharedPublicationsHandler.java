package news.platform.search.source;

import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.search.index.Item;

/** Has the index that all replicas share follow what happens: each event is taken by one of them. */
public final class SharedPublicationsHandler implements EventHandler {
    private final Consumer<Item> told;
    private final ObjLongConsumer<String> gone;

    /**
     * @param told takes what there is now
     * @param gone takes what is gone: its key and version
     */
    public SharedPublicationsHandler(Consumer<Item> told, ObjLongConsumer<String> gone) {
        this.told = told;
        this.gone = gone;
    }

    @Override
    public Takes takes() {
        return PublicationsHandler.taken(told, gone);
    }

    @Override
    public boolean together() {
        return true;
    }
}
