package news.platform.mall.settlement;

import news.platform.mall.money.Amount;
import news.platform.mall.order.AdvanceOrder;
import news.platform.mall.order.AdvanceOrder.RefundCause;
import news.platform.mall.order.Order;
import news.platform.mall.order.OrderStep;
import news.platform.mall.order.Orders;
import org.springframework.stereotype.Component;

/**
 * What others tell of an order, in the transaction of whoever hears it. One rule for money: a payment pays the order that waits for
 * just this amount; any other one goes back.
 */
@Component
final class SettleOrder {
    private final Orders orders;
    private final AdvanceOrder advancing;

    SettleOrder(Orders orders, AdvanceOrder advancing) {
        this.orders = orders;
        this.advancing = advancing;
    }

    /** Money has come. */
    void paid(String orderId, String paymentId, Amount amount) {
        var order = locked(orderId);
        if (paymentId.equals(order.paymentId())) {
            return;
        }
        if (order.isClosed()) {
            advancing.returnPayment(order, paymentId, amount, RefundCause.ORDER_CLOSED);
        } else if (!order.may(OrderStep.PAID)) {
            advancing.returnPayment(order, paymentId, amount, RefundCause.ORDER_PAID);
        } else if (!amount.equals(order.total())) {
            advancing.returnPayment(order, paymentId, amount, RefundCause.AMOUNT_DIFFERS);
        } else {
            advancing.pay(order, paymentId);
        }
    }

    /**
     * Money has gone back; of a payment that does not pay the order that changes nothing.
     *
     * @param refunded all that is back of this payment by now
     */
    void refunded(String orderId, String paymentId, Amount refunded) {
        var order = locked(orderId);
        if (paymentId.equals(order.paymentId())
                && order.may(OrderStep.REFUNDED)
                && refunded.minus(order.refunded()).isPositive()) {
            advancing.refund(order, refunded);
        }
    }

    /** What was bought is open. */
    void granted(String orderId) {
        orders.lock(orderId).filter(order -> order.may(OrderStep.FULFILLED)).ifPresent(advancing::fulfil);
    }

    /** What was bought is not open, and will not be. */
    void refused(String orderId) {
        orders.lock(orderId)
                .filter(order -> order.may(OrderStep.REFUND_REQUESTED))
                .ifPresent(advancing::giveUp);
    }

    private Order locked(String orderId) {
        return orders.lock(orderId)
                .orElseThrow(() ->
                        new IllegalStateException("order " + orderId + ": none (expected: the one that is paid)"));
    }
}
