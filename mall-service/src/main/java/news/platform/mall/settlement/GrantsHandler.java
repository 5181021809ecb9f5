package news.platform.mall.settlement;

import news.platform.entitlement.v1.OrderGranted;
import news.platform.entitlement.v1.OrderRefused;
import news.platform.messaging.EventContext;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Hears that what was bought is open, or will not be. */
@Component
final class GrantsHandler implements EventHandler {
    private final SettleOrder settling;

    GrantsHandler(SettleOrder settling) {
        this.settling = settling;
    }

    @Override
    public Takes takes() {
        return Takes.of(OrderGranted.class, this::granted).and(OrderRefused.class, this::refused);
    }

    private void granted(OrderGranted event, EventContext context) {
        settling.granted(event.getOrderId());
    }

    private void refused(OrderRefused event, EventContext context) {
        settling.refused(event.getOrderId());
    }
}
