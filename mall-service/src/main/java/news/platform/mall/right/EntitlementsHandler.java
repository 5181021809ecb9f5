package news.platform.mall.right;

import java.util.List;
import java.util.stream.Stream;
import news.platform.entitlement.v1.Right;
import news.platform.entitlement.v1.UserEntitlementsChanged;
import news.platform.entitlement.v1.UserEntitlementsEnded;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.proto.Timestamps;
import org.springframework.stereotype.Component;

/** Keeps what is open to users for good. */
@Component
final class EntitlementsHandler implements EventHandler {
    private final LastingRights rights;

    EntitlementsHandler(LastingRights rights) {
        this.rights = rights;
    }

    @Override
    public Takes takes() {
        return Takes.of(UserEntitlementsChanged.class, this::changed).andEnd(UserEntitlementsEnded.class, this::ended);
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void clear() {
        rights.forget();
    }

    private void changed(UserEntitlementsChanged event, EventContext context) {
        var lasting = event.getRightsList().stream()
                .filter(right -> !right.hasUntil())
                .flatMap(EntitlementsHandler::opened)
                .toList();
        rights.told(event.getUserId(), event.getVersion(), lasting);
    }

    /** The version stays, so that no late event opens anything again. */
    private void ended(EventContext context) {
        rights.told(context.subject(), context.version(), List.of());
    }

    /** The scope itself, and what it opens. */
    private static Stream<LastingRight> opened(Right right) {
        var from = Timestamps.instant(right.getFrom());
        return Stream.concat(Stream.of(right.getScope()), right.getOpensList().stream())
                .distinct()
                .map(scope -> new LastingRight(scope, from));
    }
}
