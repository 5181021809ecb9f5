package news.platform.mall.checkout;

import java.util.Objects;
import news.platform.error.DomainException;
import news.platform.mall.order.AdvanceOrder;
import news.platform.mall.order.Order;
import news.platform.mall.order.OrderStep;
import news.platform.mall.order.Orders;
import news.platform.mall.v1.MallReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back an order that is not paid. */
@Component
final class CancelOrder {
    private final Orders orders;
    private final AdvanceOrder advancing;
    private final TransactionTemplate transaction;

    CancelOrder(Orders orders, AdvanceOrder advancing, TransactionTemplate transaction) {
        this.orders = orders;
        this.advancing = advancing;
        this.transaction = transaction;
    }

    /** The order after it; one that was cancelled before stays as it is. */
    Order cancel(String id, String userId) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var order = orders.lock(id)
                    .filter(locked -> locked.userId().equals(userId))
                    .orElseThrow(CancelOrder::notFound);
            if (order.isCancelled()) {
                return order;
            }
            if (!order.may(OrderStep.CANCELLED)) {
                throw notOpen();
            }
            return advancing.cancel(order);
        }));
    }

    static DomainException notFound() {
        return new DomainException(MallReason.ORDER_NOT_FOUND, "no such order");
    }

    static DomainException notOpen() {
        return new DomainException(MallReason.ORDER_NOT_OPEN, "the order does not wait for money any more");
    }
}
