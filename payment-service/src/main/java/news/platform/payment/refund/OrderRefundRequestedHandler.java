package news.platform.payment.refund;

import news.platform.mall.v1.OrderClosed;
import news.platform.mall.v1.OrderRefundRequested;
import news.platform.messaging.EventHandler;
import news.platform.messaging.Takes;
import news.platform.payment.intent.TakeReport;
import org.springframework.stereotype.Component;

/**
 * Gives back what paid an order that was closed, or cannot be fulfilled, and gives up what an order was being paid by that is closed:
 * mall-service decides, this does it. One consumer for both, as each one is woken by all that is told of orders.
 */
@Component
final class OrderRefundRequestedHandler implements EventHandler {
    private final OrderRefund ordering;
    private final TakeReport taking;

    OrderRefundRequestedHandler(OrderRefund ordering, TakeReport taking) {
        this.ordering = ordering;
        this.taking = taking;
    }

    @Override
    public Takes takes() {
        return Takes.of(OrderRefundRequested.class, (event, _) -> ordering.rest(event.getPaymentId(), reason(event)))
                .and(OrderClosed.class, (event, _) -> taking.orderClosed(event.getOrderId()));
    }

    private static String reason(OrderRefundRequested event) {
        return switch (event.getCause()) {
            case REFUND_CAUSE_ORDER_CLOSED -> "the order was closed";
            case REFUND_CAUSE_ORDER_PAID -> "the order was paid otherwise";
            case REFUND_CAUSE_AMOUNT_DIFFERS -> "it is not what the order costs";
            case REFUND_CAUSE_NOT_FULFILLED -> "the order could not be fulfilled";
            case REFUND_CAUSE_UNSPECIFIED, UNRECOGNIZED -> "mall-service asked for it";
        };
    }
}
