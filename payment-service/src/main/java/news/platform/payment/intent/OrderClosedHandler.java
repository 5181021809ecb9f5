package news.platform.payment.intent;

import news.platform.mall.v1.OrderClosed;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import org.springframework.stereotype.Component;

/** Gives up what an order was being paid by that expired or was cancelled. */
@Component
final class OrderClosedHandler implements EventHandler {
    private final TakeReport taking;

    OrderClosedHandler(TakeReport taking) {
        this.taking = taking;
    }

    @Override
    public Takes takes() {
        return Takes.of(OrderClosed.class, (event, _) -> taking.orderClosed(event.getOrderId()));
    }
}
