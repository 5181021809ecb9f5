package news.platform.mall.order;

import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Closes an order that nobody paid in time. */
@Component
final class ExpireOrder implements Timer {
    static final String KIND = "order-expiry";

    private final Orders orders;
    private final AdvanceOrder advancing;

    ExpireOrder(Orders orders, AdvanceOrder advancing) {
        this.orders = orders;
        this.advancing = advancing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String orderId) {
        orders.lock(orderId).filter(order -> order.may(OrderStep.EXPIRED)).ifPresent(advancing::expire);
    }
}
