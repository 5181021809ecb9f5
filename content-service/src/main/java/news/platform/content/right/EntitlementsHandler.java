package news.platform.content.right;

import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.right.RightsEvents;
import org.springframework.stereotype.Component;

/** Keeps what is open to readers. */
@Component
final class EntitlementsHandler implements EventHandler {
    private final ReaderRights rights;

    EntitlementsHandler(ReaderRights rights) {
        this.rights = rights;
    }

    @Override
    public Takes takes() {
        return RightsEvents.takes(rights::told);
    }

    @Override
    public void clear() {
        rights.forget();
    }
}
