package news.platform.mall.order;

import news.platform.work.task.Timer;
import org.springframework.stereotype.Component;

/** Asks the money of a paid order back when what was bought is not open after a long time. */
@Component
final class GiveUpOrder implements Timer {
    static final String KIND = "order-fulfilment";

    private final Orders orders;
    private final AdvanceOrder advancing;

    GiveUpOrder(Orders orders, AdvanceOrder advancing) {
        this.orders = orders;
        this.advancing = advancing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(String orderId) {
        orders.lock(orderId)
                .filter(order -> order.may(OrderStep.REFUND_REQUESTED))
                .ifPresent(advancing::giveUp);
    }
}
